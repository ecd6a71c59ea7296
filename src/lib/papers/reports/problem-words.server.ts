import type { CellProblem } from '../../contracts/papers';
import type { Format } from '../../messages/format';
import type { WorkMessages } from '../../messages';
import { problemText } from '../../reports/intake/preview.server';

/** The words of one language that problems need. */
export interface ProblemWords {
	work: WorkMessages;
	format: Format;
}

/** A problem of a cell as a sentence for whoever sent the file. */
export function cellProblemText(problem: CellProblem, { work, format }: ProblemWords) {
	const own: Record<string, string> = work.papers.files.cellProblems;
	return (
		own[problem.rule] ?? problemText({ ...problem, message: '' }, work.reports.problems, format)
	);
}
