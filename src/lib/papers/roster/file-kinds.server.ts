import type { ReadTeamRow, StatedTotals, TeamFileKind } from '../../contracts/team-files';
import { planAppendix } from '../appendix-1/plan-appendix.server';
import { joinTotals, readAppendixSheet } from '../appendix-1/read-appendix';
import type { SentFile } from '../reports/take-upload.server';
import { RefusedFile } from '../workbook/open-workbook.server';
import { readGrids } from '../workbook/read-grids.server';
import { planRoster } from './plan-roster.server';
import type { PlannedRow } from './planned.server';
import { readRosterSheet } from './read-roster';
import type { Register } from './register.server';

/** A province's members, not the country's. */
const mostRows = 30_000;

interface ReadFiles {
	rows: ReadTeamRow[];
	totals: StatedTotals[];
}

/**
 * The rows of files about teams, whatever they mean.
 * @throws RefusedFile when a file holds no such list.
 */
export async function readTeamFile(
	kind: TeamFileKind,
	{ name, content }: SentFile,
): Promise<ReadFiles> {
	const { grids } = await readGrids(content, mostRows);
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
