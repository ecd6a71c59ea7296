import type { PlaceName } from './admin-units';
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
	/** The place that the numbers are of, where the rule is about it. */
	place?: PlaceName;
}

/** What whoever sends a workbook may not see in it. */
export interface ConcealedParts {
	/** Sheets that hold something and weren't read. */
	sheets: string[];
	/** Columns that hold something and were read like the others. */
	columns: { sheet: string; names: string[] }[];
}

/** Where in a file its reading stopped. */
export interface FilePlace {
	/** Empty for CSV, which has no sheets. */
	sheet: string;
	/** `A5001`; empty for the sheet as a whole. */
	address: string;
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
	/** Hidden in its sheet, by hand or by a filter. */
	hidden?: true;
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
	/** What the paper is about, below `BÁO CÁO`: `Kết quả hoạt động … năm 2022`, one line a line. */
	title: string;
	/** How headings name the period after this one: `năm 2023`. */
	nextPeriod: string;
	legalBases: string;
	situation: string;
	/** How people were reached, and with what. */
	outreachForms: string;
	outreachContents: string;
	/** Who worked with whom. */
	coordination: string;
	merits: string;
	limits: string;
	causes: string;
	solutions: string;
	proposals: string;
	nextTasks: string;
	/** One recipient a line. */
	recipients: string;
	/** `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`: one line each. */
	signature: string;
	signatory: string;
}

/** Parts of a report that the product begins for its clerk, from what units noted down in the period. */
export const begunTexts = [
	'legalBases',
	'situation',
	'outreachForms',
	'outreachContents',
	'coordination',
	'merits',
	'limits',
	'causes',
	'solutions',
	'proposals',
	'nextTasks',
] as const;
export type BegunTexts = Pick<OfficialTexts, (typeof begunTexts)[number]>;
