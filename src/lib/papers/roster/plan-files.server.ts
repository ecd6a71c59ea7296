import type { ConcealedParts, FilePlace } from '../../contracts/papers';
import type { ReadTeamRow, StatedTotals, TeamFileKind } from '../../contracts/teams/files';
import { planAppendix } from '../appendix-1/plan-appendix.server';
import { joinTotals, readAppendixSheet } from '../appendix-1/read-appendix';
import type { SentFile } from '../sent-file';
import { readGrids } from '../workbook/read-grids.server';
import { RefusedFile, type FileRefusal } from '../workbook/refused-file.server';
import { planRoster } from './plan-roster.server';
import type { PlannedRow } from './planned.server';
import { readRosterSheet } from './read-roster';
import type { Register } from './register';

/** A province's members, not the country's. */
const mostRows = 30_000;
/** So many rows are stored with one statement. */
const rowsAtOnce = 2000;

export interface FilesToPlan {
	kind: TeamFileKind;
	/** The day that the files speak of. */
	day: string;
	files: readonly SentFile[];
	register: Register;
}

/** What files mean for the register, ready to be kept until their sender confirms it. */
export interface PlannedFiles {
	totals: StatedTotals[];
	concealed: ConcealedParts;
	count: number;
	/** The rows as JSON arrays of `{ position, state, read, view }`. */
	rows: string[];
}

export interface RefusedTeamFile {
	name: string;
	refusal: FileRefusal;
	place: FilePlace | null;
}

/** Reads files about teams and works out what they mean. A file that can't be read is named. */
export async function planFiles({
	kind,
	day,
	files,
	register,
}: FilesToPlan): Promise<PlannedFiles | { refused: RefusedTeamFile }> {
	const rows: ReadTeamRow[] = [];
	const totals: StatedTotals[] = [];
	const concealed: ConcealedParts = { sheets: [], columns: [] };
	for (const file of files) {
		try {
			const read = await readTeamFile(kind, file);
			rows.push(...read.rows);
			const placed = (sheet: string) => (files.length > 1 ? `${file.name} ${sheet}`.trim() : sheet);
			totals.push(...read.totals.map((each) => ({ ...each, sheet: placed(each.sheet) })));
			concealed.sheets.push(...read.concealed.sheets.map(placed));
			concealed.columns.push(
				...read.concealed.columns.map((each) => ({ ...each, sheet: placed(each.sheet) })),
			);
		} catch (thrown) {
			if (!(thrown instanceof RefusedFile)) throw thrown;
			return { refused: { name: file.name, refusal: thrown.refusal, place: thrown.place } };
		}
	}
	const kept = planTeamFile(kind, register, rows, day).map(({ view }, position) => ({
		...{ position, state: view.state, read: rows[position], view },
	}));
	const chunks: string[] = [];
	for (let from = 0; from < kept.length; from += rowsAtOnce)
		chunks.push(JSON.stringify(kept.slice(from, from + rowsAtOnce)));
	return { totals, concealed, count: rows.length, rows: chunks };
}

/** @throws RefusedFile when a file holds no such list. */
async function readTeamFile(
	kind: TeamFileKind,
	{ name, content }: SentFile,
): Promise<{ rows: ReadTeamRow[]; totals: StatedTotals[]; concealed: ConcealedParts }> {
	const { grids, concealed } = await readGrids(content, mostRows);
	const sheets = grids.flatMap((grid) => {
		if (kind === 'appendix') return readAppendixSheet(name, grid) ?? [];
		const rows = readRosterSheet(name, grid);
		return rows ? { rows, totals: [] } : [];
	});
	if (sheets.length === 0) throw new RefusedFile('wrongSheet');
	const rows = sheets.flatMap((sheet) => sheet.rows);
	if (rows.length === 0) throw new RefusedFile('noRows');
	return {
		rows,
		concealed,
		totals: kind === 'appendix' ? joinTotals(sheets.flatMap(({ totals }) => totals)) : [],
	};
}

export const planTeamFile = (
	kind: TeamFileKind,
	register: Register,
	rows: readonly ReadTeamRow[],
	day: string,
): PlannedRow[] =>
	kind === 'appendix' ? planAppendix(register, rows, day) : planRoster(register, rows, day);
