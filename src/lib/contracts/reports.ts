import { organisationKinds, type UnitKind, type UnitLevel } from './admin-units';

export const periodKinds = ['month', 'quarter', 'year', 'adHoc'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The levels that have a deadline. */
export const reportingLevels = ['village', 'commune', 'district', 'province'] as const;
export type ReportingLevel = (typeof reportingLevels)[number];

/** The levels whose reports speak of households, lowest first. */
export const placeLevels = ['village', 'commune'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

const placeLevelOf = (level: UnitLevel): PlaceLevel | undefined =>
	placeLevels.find((one) => one === level);

/**
 * By which form a unit reports: that of a village or of a commune, that of a district or province,
 * which asks for what these did themselves, or that of a kind of organisation.
 */
export const formKinds = [...placeLevels, 'level', ...organisationKinds] as const;
export type FormKind = (typeof formKinds)[number];

export const formKindOf = ({ level, kind }: { level: UnitLevel; kind: UnitKind }): FormKind =>
	placeLevelOf(level) ?? organisationKinds.find((one) => one === kind) ?? 'level';

/** Whether a report of the level speaks of households. */
export const hasHouseholds = (level: UnitLevel): boolean => placeLevelOf(level) !== undefined;

/** Kinds whose deadlines follow from rules; an ad hoc one has a date of its own. */
export type RegularKind = Exclude<PeriodKind, 'adHoc'>;
/** "Before day N" of the period's last month; null: before the period ends. */
export type DueDays = Record<RegularKind, Record<ReportingLevel, number | null>>;
export type RevisionState = 'submitted' | 'approved' | 'returned';

export const valueStatuses = ['value', 'notAvailable', 'notApplicable'] as const;
export type ValueStatus = (typeof valueStatuses)[number];

/** `>` is "hơn", `~` is "khoảng" in the source documents. */
export const qualifiers = ['=', '>', '~'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** Households don't unlearn by themselves: a fall of these needs a written reason. */
export const cumulativeSkills = [
	'skill1',
	'skill2',
	'skill3',
	'skill4',
	'skill5',
	'allFive',
	'vneid',
	'serviceAccount',
] as const;

/** By which way a revision came in. */
export const reportChannels = ['form', 'api', 'file', 'offline'] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** Whether the figures are the sender's own, or were handed over on paper or by phone. */
export const reportSources = ['self', 'paper', 'phone'] as const;
export type ReportSource = (typeof reportSources)[number];

/** Something odd that may well be true: it asks for a word, and never stands against a report. */
export interface ReportWarning {
	/** The field, or `householdSkills.all` for the report as a whole. */
	field: string;
	rule: 'jump' | 'unlikeHistory' | 'unlikePeers' | 'roundNumbers' | 'copyOfLast';
	/** The figure, and what it is compared with (a share 0–1 for peers). */
	numbers: { value: number; usual: number };
}

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
	/** 0 while nobody has made it: then nothing was reported for it. */
	id: number;
	/** `2026-10`, `2026-Q4`, `2026`, or an administrator's own. */
	code: string;
	kind: PeriodKind;
	/** What an ad hoc report is about. */
	title: string | null;
	/** First and last day, both inclusive, `YYYY-MM-DD`. */
	startsOn: string;
	endsOn: string;
	/** ISO instants: on time means received before. */
	due: { village: string; commune: string; district: string; province: string };
}
