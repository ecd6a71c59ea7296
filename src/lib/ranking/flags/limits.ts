import type { SeasonSettings } from '../../contracts/awards/seasons';

/** From where on something looks odd: chosen to be rare among honest reports. */
export interface FlagLimits {
	/** Share of all households that becomes able, or no longer is, within one month: a season's usual gain. */
	jump: number;
	/** Months after the freeze in which a fall still is a reversal of what was frozen. */
	monthsAfter: number;
	/** How probable a pattern of digits may at most be by chance. */
	chance: number;
	/** Figures above 0, and different ones among them, before two equal reports count as copies. */
	copiedFigures: number;
	copiedDifferent: number;
	/** Months in a row with the very same figures before a unit copies itself: a quiet month may follow another. */
	copiedMonths: number;
	/** Share of able households gained over the season without any activity, and how much is no gain. */
	gain: number;
	noGain: number;
	/** Activities of a season that should have taught somebody something, where any household still can learn. */
	activities: number;
	allAble: number;
	/** Share of units with activities in the log; below, it isn't kept by all and its silence says nothing. */
	logKept: number;
	/** Units for which one account fills in the form as their own. */
	unitsOfAccount: number;
	/** Corrections in the last days before the freeze, and what part of all of a unit's they are. */
	lateDays: number;
	lateCorrections: number;
	latePart: number;
}

/** As a season's settings have them: usually one false alarm in ten thousand where a test of chance can say so. */
export const flagLimitsOf = (settings: SeasonSettings): FlagLimits => ({
	jump: settings.flagJump / 100,
	monthsAfter: settings.flagMonthsAfter,
	chance: 1 / settings.flagOneIn,
	copiedFigures: settings.flagCopiedFigures,
	copiedDifferent: settings.flagCopiedDifferent,
	copiedMonths: settings.flagCopiedMonths,
	gain: settings.flagGain / 100,
	noGain: settings.flagNoGain / 100,
	activities: settings.flagActivities,
	allAble: settings.flagAllAble / 100,
	logKept: settings.flagLogKept / 100,
	unitsOfAccount: settings.flagUnitsOfAccount,
	lateDays: settings.flagLateDays,
	lateCorrections: settings.flagLateCorrections,
	latePart: settings.flagLatePart / 100,
});
