import type { ReportWarning } from './reports';

/** What a row of an uploaded file means for the reports that are there. */
export const rowStates = ['new', 'changed', 'same', 'wrong'] as const;
export type RowState = (typeof rowStates)[number];

/** One fault of a cell; interfaces word it by `rule` and `numbers`. */
export interface CellProblem {
	/** `F12`. */
	address: string;
	rule: string;
	/** Where in a report it is, `values.leaflets`. */
	field: string;
	numbers?: Record<string, number>;
}

/** One row of an uploaded file, as read and checked. */
export interface UploadedRow {
	sheet: string;
	/** Number of the row in its sheet, from 1. */
	row: number;
	unit: string;
	unitName: string;
	period: string;
	state: RowState;
	problems: CellProblem[];
	/** What looks odd in it; `address` is null for the row as a whole. */
	warnings: (ReportWarning & { address: string | null })[];
	/** The report that the row makes; not yet parsed. */
	input: Record<string, unknown>;
}

/** What a clerk writes into an official report; each line of a text is a paragraph. */
export interface OfficialTexts {
	/** The body above the issuing one, `UBND HUYỆN KIM THÀNH`; may be empty. */
	superiorBody: string;
	issuingBody: string;
	/** What the number ends in, `BC-UBND`. */
	numberSuffix: string;
	place: string;
	addressee: string;
	legalBases: string;
	situation: string;
	difficulties: string;
	proposals: string;
	nextTasks: string;
	/** One recipient a line. */
	recipients: string;
	/** `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`: one line each. */
	signature: string;
	signatory: string;
}
