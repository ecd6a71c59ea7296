/** What honest reports seldom show; `ranking/flags` says when each is seen. */
export const flagCodes = [
	'jumpBeforeFreeze',
	'reversalAfterFreeze',
	'roundNumbers',
	'lastDigits',
	'copies',
	'fallingCounts',
	'aboveRegister',
	'outcomeWithoutActivity',
	'activityWithoutOutcome',
	'oneAccount',
	'lateCorrections',
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** An approved report of a unit's own, as far as patterns are looked for in it. */
export interface ExaminedReport {
	reportId: number;
	unitId: number;
	/** `2026-08` */
	month: string;
	/** Null where the report says nothing of households. */
	households: number | null;
	/** Households with all five skills. */
	able: number | null;
	/** All counts of the report that were given, by code. */
	figures: Readonly<Record<string, number>>;
	/** Codes of those that only ever grow. */
	cumulative: readonly string[];
	/** Activities of that month in the log of the unit, and in that of the one above it. */
	activities: number;
	activitiesAbove: number;
	/** Who filled in the form as the unit's own; null where figures came by a file, a programme, paper or phone. */
	enteredBy: number | null;
	/** ISO instants at which revisions after the first approved one came in. */
	correctedAt: readonly string[];
	/** The most households that the register allows; null where none says. */
	mostHouseholds: number | null;
}

/** The numbers behind a flag, by a name that the flag's sentence knows, and the reports they are seen in. */
export interface FlagCase {
	reportIds: number[];
	evidence: Record<string, number>;
}

/** What looks odd about a unit. It takes nothing from a score: people ask and judge. */
export interface Flag {
	code: FlagCode;
	unitId: number;
	cases: FlagCase[];
}

/** How much was noted about a unit, and how much of it nobody answered. */
export interface FlagCount {
	all: number;
	open: number;
}
