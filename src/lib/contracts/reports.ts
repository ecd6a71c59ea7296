export type PeriodKind = 'month' | 'quarter';
export type RevisionState = 'submitted' | 'approved' | 'returned';

export const valueStatuses = ['value', 'notAvailable', 'notApplicable'] as const;
export type ValueStatus = (typeof valueStatuses)[number];

/** `>` is "hơn", `~` is "khoảng" in the source documents. */
export const qualifiers = ['=', '>', '~'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** Four different things once the deadline has passed, and `pending` before it. */
export const timelinesses = ['notRequired', 'pending', 'onTime', 'late', 'missing'] as const;
export type Timeliness = (typeof timelinesses)[number];

export interface Period {
	id: number;
	/** `2026-10` or `2026-Q4`. */
	code: string;
	kind: PeriodKind;
	/** First and last day, both inclusive, `YYYY-MM-DD`. */
	startsOn: string;
	endsOn: string;
	/** ISO instants: on time means received before. */
	due: { village: string; commune: string; district: string; province: string };
}
