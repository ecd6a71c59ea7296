import { rowStates, type RowState, type UploadedRow } from '../../contracts/papers';
import { cellProblemText, type ProblemWords } from './problem-words.server';
import type { Upload } from './read-upload.server';

/** A page shows so many rows of a file, the wrong ones first; the marked copy has them all. */
const shownRows = 200;
const order: readonly RowState[] = ['wrong', 'changed', 'new', 'same'];

/** An upload as its page shows it: problems as sentences, without the reports themselves. */
export function describeUpload({ id, createdAt, confirmedAt, files }: Upload, words: ProblemWords) {
	return {
		id,
		createdAt,
		confirmedAt,
		counts: countStates(files.flatMap(({ rows }) => rows)),
		files: files.map(({ position, name, refusal, rows }) => ({
			position,
			name,
			refusal,
			counts: countStates(rows),
			rows: [...rows]
				.sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
				.slice(0, shownRows)
				.map((row) => describeRow(row, words)),
			hiddenRows: Math.max(0, rows.length - shownRows),
		})),
	};
}
export type DescribedUpload = ReturnType<typeof describeUpload>;

function describeRow(
	{ sheet, row, unit, unitName, period, state, problems }: UploadedRow,
	words: ProblemWords,
) {
	return {
		sheet,
		row,
		unit,
		unitName,
		period,
		state,
		problems: problems.map((problem) => ({
			address: problem.address,
			text: cellProblemText(problem, words),
		})),
	};
}

function countStates(rows: readonly UploadedRow[]): Record<RowState, number> {
	const counts: Record<RowState, number> = { new: 0, changed: 0, same: 0, wrong: 0 };
	for (const state of rowStates) counts[state] = rows.filter((row) => row.state === state).length;
	return counts;
}
