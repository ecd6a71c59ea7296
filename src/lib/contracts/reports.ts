export type PeriodKind = 'month' | 'quarter';
export type RevisionState = 'submitted' | 'approved' | 'returned';

export const valueStatuses = ['value', 'notAvailable', 'notApplicable'] as const;
export type ValueStatus = (typeof valueStatuses)[number];

/** `>` is "hơn", `~` is "khoảng" in the source documents. */
export const qualifiers = ['=', '>', '~'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** By which way a revision came in. */
export const reportChannels = ['form', 'api', 'file', 'offline'] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** Whether the figures are the sender's own, or were handed over on paper or by phone. */
export const reportSources = ['self', 'paper', 'phone'] as const;
export type ReportSource = (typeof reportSources)[number];

/** What the sender says about one figure that looked odd. */
export interface Explanation {
	/** `householdSkills.allFive`, `values.outreachSessions`. */
	field: string;
	text: string;
}

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
