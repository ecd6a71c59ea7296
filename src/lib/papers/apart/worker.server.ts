import { parentPort } from 'node:worker_threads';
import { readRows, type FigureColumn } from '../reports/read-rows.server';
import { planAgain, type KeptRows } from '../roster/plan-again.server';
import { planFiles, type FilesToPlan } from '../roster/plan-files.server';
import { writeTeamPaper, type TeamPaper } from '../roster/write-team-paper.server';
import { markCells, type CellMark } from '../workbook/mark-cells.server';
import { readGrids } from '../workbook/read-grids.server';
import { RefusedFile, type FileRefusal } from '../workbook/refused-file.server';
import type { FilePlace } from '../../contracts/papers';

/** What a worker answers: errors of ours would arrive without their class. */
export type Answer<Value> =
	| { value: Value }
	| { refusal: FileRefusal; place: FilePlace | null }
	| { defect: string };

/** What workers do: with files that were sent, and to write long ones. */
const jobs = {
	/** The reports of one file, and what is hidden in it. */
	reportRows: async (task: { content: Uint8Array; columns: readonly FigureColumn[] }) => {
		const file = await readGrids(task.content);
		return { rows: readRows(file, task.columns), concealed: file.concealed };
	},
	markedCopy: (task: { content: Uint8Array; marks: readonly CellMark[] }) =>
		markCells(task.content, task.marks),
	/** What files about teams mean for the register. */
	teamFiles: (task: FilesToPlan) => planFiles(task),
	/** What rows that were kept of such files mean for the register by now. */
	keptTeamRows: (task: KeptRows) => planAgain(task),
	/** A list of teams or members as a file. */
	teamPaper: (task: TeamPaper) => writeTeamPaper(task),
};
export type Jobs = typeof jobs;
/** A job by its name with what it is about. */
export type Order = {
	[Name in keyof Jobs]: { name: Name; task: Parameters<Jobs[Name]>[0] };
}[keyof Jobs];

const doJob = async (order: Order): Promise<unknown> => {
	if (order.name === 'reportRows') return jobs.reportRows(order.task);
	if (order.name === 'markedCopy') return jobs.markedCopy(order.task);
	if (order.name === 'teamPaper') return jobs.teamPaper(order.task);
	return order.name === 'teamFiles' ? jobs.teamFiles(order.task) : jobs.keptTeamRows(order.task);
};

parentPort?.on('message', (order: Order) => {
	doJob(order).then(
		(value) => parentPort?.postMessage({ value } satisfies Answer<unknown>),
		(thrown: unknown) => parentPort?.postMessage(failure(thrown)),
	);
});

function failure(thrown: unknown): Answer<never> {
	if (thrown instanceof RefusedFile) return { refusal: thrown.refusal, place: thrown.place };
	return { defect: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
}
