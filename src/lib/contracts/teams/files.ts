import type { RowState } from '../papers';

/** Files about teams: the form of guidance 002, which lists teams, and the wider list of their members. */
export const teamFileKinds = ['appendix', 'roster'] as const;
export type TeamFileKind = (typeof teamFileKinds)[number];

/** What such files say of a member, and what two of them can differ in. */
export const fileMemberFields = [
	'fullName',
	'role',
	'position',
	'organisation',
	'organisationKind',
	'smartphone',
	'youth',
	'phone',
	'skills',
	'fromOn',
	'untilOn',
] as const;

/** What such files say of a team or a member; interfaces word them. */
export const teamFileFields = [
	'team',
	'members',
	...fileMemberFields,
	/** Its change is from a name to the last day. */
	'formerLeader',
] as const;
export type TeamFileField = (typeof teamFileFields)[number];

/** One cell of a file as it was read. */
export interface ReadCell {
	/** `F12`. */
	address: string;
	text: string;
	/** The day of a cell that holds a date. */
	day?: string;
	fault?: 'formula' | 'percentage' | 'notTextOrNumber' | 'unsoundText';
}

/** One row of a file about teams. Internal: it holds names and phones. */
export interface ReadTeamRow {
	/** Its file's name, its sheet's name (empty for CSV), its number from 1. */
	file: string;
	sheet: string;
	row: number;
	cells: Partial<Record<string, ReadCell>>;
	/** The district that the sheet's heading names, to tell communes of one name apart. */
	district: string;
	/** Hidden in its sheet, by hand or by a filter. */
	hidden?: true;
}

export interface FieldChange {
	field: TeamFileField;
	/** As stored: empty for nothing, days as `YYYY-MM-DD`, skills as `1, 4`, `yes` and `no`. */
	from: string;
	to: string;
}

export interface TeamRowProblem {
	address: string;
	rule: string;
	numbers?: Record<string, number>;
	/** Units or teams that it could be. */
	candidates?: string[];
}

/** What a row means for the teams that are there. Internal: it holds names and phones. */
export interface TeamRowView {
	file: string;
	sheet: string;
	row: number;
	commune: string;
	team: string;
	person: string;
	state: RowState;
	changes: FieldChange[];
	problems: TeamRowProblem[];
	/** What the reader should know, though nothing is wrong. */
	notes: { rule: string; numbers: Record<string, number> }[];
}

/** What the headings of a file state beside what its rows add up to; null where it states nothing. */
export interface StatedTotals {
	/** Empty: of all sheets and files. */
	sheet: string;
	teams: number;
	members: number;
	statedTeams: number | null;
	statedMembers: number | null;
}
