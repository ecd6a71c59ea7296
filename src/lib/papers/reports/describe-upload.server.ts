import {
	rowStates,
	type CellProblem,
	type RowState,
	type UploadedRow,
} from '../../contracts/papers';
import type { EntryMessages } from '../../messages';
import { warningText } from '../../reports/intake/preview.server';
import { reportColumns } from './columns.server';
import { cellProblemText, type ProblemWords } from './problem-words.server';
import type { Upload } from './read-upload.server';

/** A page shows so many rows of a file, the wrong ones first; the marked copy has them all. */
const shownRows = 200;
const order: readonly RowState[] = ['wrong', 'changed', 'new', 'same'];

type Words = ProblemWords & { entry: EntryMessages };

/** An upload as its page shows it: what is wrong or odd as sentences, without the reports themselves. */
export function describeUpload({ id, createdAt, confirmedAt, files }: Upload, words: Words) {
	return {
		id,
		createdAt,
		confirmedAt,
		counts: countStates(files.flatMap(({ rows }) => rows)),
		files: files.map(({ position, name, refusal, refusalPlace, concealed, rows }) => ({
			position,
			name,
			refusal,
			refusalPlace,
			counts: countStates(rows),
			concealed,
			/** Rows that whoever sent the file may not see in it. */
			hiddenInFile: rows.filter(({ hidden }) => hidden).length,
			/** Rows to be stored in which something looks odd. */
			odd: rows.filter(asksForWord).length,
			rows: rows
				.map((row, index) => ({ row, index }))
				.sort((one, other) => rank(one.row) - rank(other.row))
				.slice(0, shownRows)
				.map(({ row, index }) => ({ index, ...describeRow(row, words) })),
			hiddenRows: Math.max(0, rows.length - shownRows),
		})),
	};
}
export type DescribedUpload = ReturnType<typeof describeUpload>;

const asksForWord = ({ state, warnings }: UploadedRow) =>
	warnings.length > 0 && (state === 'new' || state === 'changed');

/** Among rows of one state those that look odd come first. */
const rank = ({ state, warnings }: UploadedRow) =>
	2 * order.indexOf(state) + (warnings.length > 0 ? 0 : 1);

const columnNames = new Map(reportColumns.map(({ field, name }) => [field, name]));

function describeRow(row: UploadedRow, words: Words) {
	const { sheet, row: number, unit, unitName, period, state, problems, warnings } = row;
	/** The cell and what its column is about; both null for the row as a whole. */
	const placed = ({ address, field }: Pick<CellProblem, 'field'> & { address: string | null }) => ({
		address,
		column: columnNames.get(field) ?? null,
	});
	return {
		sheet,
		row: number,
		unit,
		unitName,
		period,
		state,
		problems: problems.map((problem) => ({
			...placed(problem),
			text: cellProblemText(problem, words),
		})),
		warnings: warnings.map((warning) => ({
			...placed(warning),
			text: warningText(warning, words.entry.warnings, words.format),
		})),
		asksForWord: asksForWord(row),
		hidden: row.hidden ?? false,
	};
}
export type DescribedRow = DescribedUpload['files'][number]['rows'][number];

function countStates(rows: readonly UploadedRow[]): Record<RowState, number> {
	const counts: Record<RowState, number> = { new: 0, changed: 0, same: 0, wrong: 0 };
	for (const state of rowStates) counts[state] = rows.filter((row) => row.state === state).length;
	return counts;
}
