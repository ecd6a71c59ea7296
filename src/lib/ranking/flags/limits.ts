/**
 * From where on something looks odd. Chosen to be rare among honest reports: where a test of chance can say
 * so, at one false alarm in ten thousand, which is less than one in a province of 2,100 teams.
 */
export const flagLimits = {
	/** Share of all households that becomes able, or no longer is, within one month: a season's usual gain. */
	jump: 0.2,
	/** Months after the freeze in which a fall still is a reversal of what was frozen. */
	monthsAfter: 3,
	/** How probable a pattern of digits may at most be by chance. */
	chance: 0.0001,
	/** Counts from here on have last digits that are nearly even by chance. */
	digitsOf: 20,
	/** Counts needed before the share of 0 and 5 says anything: five of them are expected. */
	roundFrom: 25,
	/** Counts needed for the chi-square test of ten digits: five of each are expected. */
	digitsFrom: 50,
	/** Chi-square with nine degrees of freedom that chance exceeds once in ten thousand. */
	digits: 33.72,
	/** Figures above 0, and different ones among them, before two equal reports count as copies. */
	copiedFigures: 8,
	copiedDifferent: 5,
	/** Months in a row with the very same figures before a unit copies itself: a quiet month may follow another. */
	copiedMonths: 3,
	/** Share of able households gained over the season without any activity, and how much is no gain. */
	gain: 0.2,
	noGain: 0.005,
	/** Activities of a season that should have taught somebody something, where any household still can learn. */
	activities: 12,
	allAble: 0.95,
	/** Share of units with activities in the log; below, it isn't kept by all and its silence says nothing. */
	logKept: 0.8,
	/** Units for which one account fills in the form as their own. */
	unitsOfAccount: 10,
	/** Corrections in the last days before the freeze, and what part of all of a unit's they are. */
	lateDays: 7,
	lateCorrections: 3,
	latePart: 0.5,
} as const;
