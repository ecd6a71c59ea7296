import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import type { FormCatalogue } from '../../contracts/indicators';
import type { RegisterLimit } from '../../contracts/register-limit';
import type {
	FormKind,
	Period,
	Qualifier,
	RevisionState,
	ValueStatus,
} from '../../contracts/reports';
import type { HouseholdSkills } from '../schemas';
import type { ReportProblem } from '../intake/checks';
import type { LogCounts } from '../form/log-counts';
import type { WarningFacts } from '../intake/warnings';

/** What a stored revision says, as forms and comparisons take it. */
export interface ReportedFigures {
	householdSkills: Partial<HouseholdSkills>;
	values: Record<string, { status: ValueStatus; value: number | null; qualifier: Qualifier }>;
}

/** A revision that is stored on the server. */
export interface StoredRevision extends ReportedFigures {
	/** 1, 2, 3 … */
	revision: number;
	state: RevisionState;
	submittedBy: string;
	/** ISO instant. */
	receivedAt: string;
	/** Why it was returned. */
	comment: string | null;
}

/** One report that a person may enter, with all that a phone needs to do so without a connection. */
export interface EntryReport {
	unit: { code: string; name: string; kind: UnitKind; level: UnitLevel; parentName: string };
	period: string;
	/** ISO instant before which it is on time. */
	due: string;
	newest: StoredRevision | null;
	earlier: {
		period: string;
		householdSkills: Partial<HouseholdSkills>;
		values: Record<string, number>;
	} | null;
	warnings: WarningFacts;
	/** What its households are held against; an older phone's work doesn't say. */
	register?: RegisterLimit | null;
	/** What the unit noted down in its activity log. */
	log: LogCounts;
}

/** Everything that an account's phone carries. */
export interface EntryWork {
	account: { id: number; name: string };
	/** What the reports ask for or hold, and what of it each kind of form asks for. */
	catalogue: FormCatalogue;
	forms: Partial<Record<FormKind, string[]>>;
	/** Open for reports, in the order in which they are listed. */
	periods: Period[];
	/** By period, then unit. */
	reports: EntryReport[];
	/** Units left out because a phone doesn't carry that many. */
	leftOut: number;
}

/** The answer to a report that was sent: what the server said, and what is newer where that is the matter. */
export type EntryAnswer =
	| { status: 'accepted'; revision: number; receivedAt: string }
	| { status: 'rejected'; problems: ReportProblem[]; newest: StoredRevision | null };

/** Names a report on the device: `98000-01@2026-10`. */
export const reportKey = (unit: string, period: string): string => `${unit}@${period}`;

/** Where a report is entered, on a phone too, in Vietnamese. */
export const entryFormAddress = (unit: string, period: string): string =>
	`/nhap-lieu#${reportKey(unit, period)}`;
