import * as v from 'valibot';

/** In the order in which they are done; the calendar counts them back from the ceremony. */
export const seasonSteps = [
	'freeze',
	'attestation',
	'nominations',
	'vote',
	'submission',
	'decision',
	'ceremony',
] as const;
export type SeasonStep = (typeof seasonSteps)[number];

const share = v.pipe(v.number('percent'), v.minValue(1, 'percent'), v.maxValue(100, 'percent'));
const days = v.pipe(
	v.number('days'),
	v.integer('days'),
	v.minValue(0, 'days'),
	v.maxValue(120, 'days'),
);
const years = v.pipe(
	v.number('years'),
	v.integer('years'),
	v.minValue(0, 'years'),
	v.maxValue(20, 'years'),
);
const month = v.pipe(
	v.number('month'),
	v.integer('month'),
	v.minValue(1, 'month'),
	v.maxValue(12, 'month'),
);
const dayOfMonth = v.pipe(
	v.number('dayOfMonth'),
	v.integer('dayOfMonth'),
	v.minValue(1, 'dayOfMonth'),
	v.maxValue(31, 'dayOfMonth'),
);
const yesNo = v.picklist([0, 1], 'choose');
const certainty = v.pipe(
	v.number('certainty'),
	v.minValue(50, 'certainty'),
	v.maxValue(99, 'certainty'),
);
const part = v.pipe(v.number('part'), v.gtValue(0, 'part'), v.maxValue(100, 'part'));
const count = v.pipe(
	v.number('count'),
	v.integer('count'),
	v.minValue(1, 'count'),
	v.maxValue(100, 'count'),
);
const oneIn = v.pipe(
	v.number('oneIn'),
	v.integer('oneIn'),
	v.minValue(100, 'oneIn'),
	v.maxValue(1_000_000, 'oneIn'),
);

/**
 * What a province or a year may do differently: each has a legal basis, in words.
 * - `ceremonyMonth`, `ceremonyDay` when certificates are presented; a month's last day stands for one that it lacks;
 * - `completenessMinimum` percent of the criteria's weight that a unit needs values for, or it has no place;
 * - `attestationDays` … `decisionDays` working days that lead up to each step of the calendar, from the one before;
 * - `quorum` percent of the council that has to be there for a vote to hold, absentees who wrote included;
 * - `majority` percent of those there or voting in writing who have to be for a nominee;
 * - `yearsSinceAward` years that have to pass before the same award is given to the same again;
 * - `commentDays` calendar days in which anybody may comment on the shortlist;
 * - `publishShortlist` whether the shortlist is shown to everybody at all, 0 or 1;
 * - `confidence` percent of the draws in which the places of all units lie in their ranges at once;
 * - `peerCount` how many units each one is compared with;
 * - `flag…` from where on something in the reports is noted: see `ranking/flags/limits.ts`.
 */
export const seasonSettingSchemas = {
	ceremonyMonth: month,
	ceremonyDay: dayOfMonth,
	completenessMinimum: share,
	attestationDays: days,
	nominationDays: days,
	councilDays: days,
	submissionDays: days,
	appraisalDays: days,
	decisionDays: days,
	quorum: share,
	majority: share,
	yearsSinceAward: years,
	commentDays: days,
	publishShortlist: yesNo,
	confidence: certainty,
	peerCount: count,
	flagJump: part,
	flagMonthsAfter: count,
	flagOneIn: oneIn,
	flagCopiedFigures: count,
	flagCopiedDifferent: count,
	flagCopiedMonths: count,
	flagGain: part,
	flagNoGain: part,
	flagActivities: count,
	flagAllAble: part,
	flagLogKept: part,
	flagUnitsOfAccount: count,
	flagLateDays: count,
	flagLateCorrections: count,
	flagLatePart: part,
} as const;
export type SeasonSettingKey = keyof typeof seasonSettingSchemas;
export const seasonSettingKeys = Object.keys(seasonSettingSchemas) as SeasonSettingKey[];

/** How many a category may name at most: a setting of its own, under the category's number. */
export type QuotaKey = `quota:${number}`;
export const quotaKey = (categoryId: number): QuotaKey => `quota:${categoryId}`;
export const isQuota = (key: SettingKey): key is QuotaKey => key.startsWith('quota:');
/** The category of a quota; null for any other setting. */
export const categoryOfQuota = (key: string): number | null => {
	const [, id] = /^quota:([1-9]\d{0,9})$/.exec(key) ?? [];
	return id === undefined ? null : Number(id);
};
export type SettingKey = SeasonSettingKey | QuotaKey;

/** Values of all settings but quotas. */
export type SeasonSettings = Record<SeasonSettingKey, number>;

/** What a season begins with, until its province says otherwise. */
export const usualSettings: SeasonSettings = {
	ceremonyMonth: 10,
	ceremonyDay: 10,
	completenessMinimum: 75,
	attestationDays: 5,
	nominationDays: 5,
	councilDays: 5,
	submissionDays: 2,
	appraisalDays: 25,
	decisionDays: 2,
	quorum: 67,
	majority: 80,
	yearsSinceAward: 2,
	commentDays: 10,
	publishShortlist: 1,
	confidence: 90,
	peerCount: 10,
	flagJump: 20,
	flagMonthsAfter: 3,
	flagOneIn: 10_000,
	flagCopiedFigures: 8,
	flagCopiedDifferent: 5,
	flagCopiedMonths: 3,
	flagGain: 20,
	flagNoGain: 0.5,
	flagActivities: 12,
	flagAllAble: 95,
	flagLogKept: 80,
	flagUnitsOfAccount: 10,
	flagLateDays: 7,
	flagLateCorrections: 3,
	flagLatePart: 50,
};

export const criteriaStates = ['draft', 'signed', 'inForce', 'replaced'] as const;
/** `signed` by one person; a second one puts it into force, which replaces the one before. */
export type CriteriaState = (typeof criteriaStates)[number];
