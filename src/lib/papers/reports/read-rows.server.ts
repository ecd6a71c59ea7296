import type { CellProblem } from '../../contracts/papers';
import type { Grid, GridCell } from '../workbook/grid';
import { problemsColumn, rowAddress } from '../workbook/mark-cells.server';
import { RefusedFile } from '../workbook/open-workbook.server';
import type { ReadFile } from '../workbook/read-grids.server';
import { reportColumns, type ReportColumn } from './columns.server';
import { cellToFigure } from './figure-text';
import { textToPeriod } from './period-text';
import { formVersion, hiddenKeys } from './write-form.server';

/** A row of a file as a report, with what its cells alone get wrong. */
export interface ReadRow {
	sheet: string;
	row: number;
	unit: string;
	unitName: string;
	period: string;
	/** What `submitReports` parses; unreadable figures are left out of it. */
	input: { unit: string; period: string } & Record<string, unknown>;
	problems: CellProblem[];
	/** Field → address of its cell, to mark what the checks find. */
	addresses: Record<string, string>;
}

type Columns = ReadonlyMap<string, number>;

const headingRows = 20;
const columnByKey = new Map(reportColumns.map((column) => [column.key, column]));

/**
 * The reports of a file, by the codes that head its columns; rows without a figure are passed over.
 * @throws RefusedFile when it isn't a form of ours, or holds no figure.
 */
export function readRows({ grids, hidden }: ReadFile): ReadRow[] {
	const version = hidden.get(hiddenKeys.version);
	if (version !== undefined && version !== formVersion) throw new RefusedFile('otherVersion');
	const headed = grids.flatMap((grid) => {
		const heading = grid.rows.slice(0, headingRows).find(({ cells }) => isHeading(cells));
		return heading ? [{ grid, heading }] : [];
	});
	if (headed.length === 0) throw new RefusedFile('wrongSheet');
	const rows = headed.flatMap(({ grid, heading }) => {
		const columns = columnsOf(heading.cells);
		return grid.rows
			.filter(({ number }) => number > heading.number)
			.flatMap((row) => readRow(grid, row, columns) ?? []);
	});
	if (rows.length === 0) throw new RefusedFile('noRows');
	return rows;
}

/** `households`, or `Tổng số hộ [households]` as CSV has it. */
function keyOf({ content }: GridCell): string {
	const text = typeof content === 'string' ? content.trim() : '';
	return /\[(\w+)\]$/.exec(text)?.[1] ?? text;
}

function isHeading(cells: readonly GridCell[]): boolean {
	const keys = cells.map(keyOf);
	return keys.includes('unit') && keys.includes('period');
}

function columnsOf(cells: readonly GridCell[]): Columns {
	const keys = cells.map(keyOf).filter((key) => key !== '' && key !== problemsColumn);
	if (new Set(keys).size !== keys.length) throw new RefusedFile('wrongSheet');
	return new Map(cells.map((cell, index) => [keyOf(cell), index]));
}

function readRow(
	{ sheet }: Grid,
	{ number, cells }: Grid['rows'][number],
	columns: Columns,
): ReadRow | undefined {
	const cellOf = (key: string) => cells[columns.get(key) ?? -1];
	const figures = [...columns].flatMap(([key, index]) => {
		const column = columnByKey.get(key);
		const cell = cells[index];
		const isEmpty = !cell || (cell.content === null && cell.fault === undefined);
		return column && !isEmpty ? [{ column, cell }] : [];
	});
	if (figures.length === 0) return undefined;

	const problems: CellProblem[] = [];
	const readText = (key: string) => {
		const cell = cellOf(key);
		if (cell?.fault) problems.push(problem(cell, key, cell.fault));
		return String(cell?.content ?? '').trim();
	};
	const unit = readText('unit').replace(/^\d{1,4}$/, (digits) => digits.padStart(5, '0'));
	const period = textToPeriod(readText('period'));
	const reason = readText('reason');
	const skills: Record<string, number | null> = {};
	const values: unknown[] = [];
	for (const { column, cell } of figures) {
		const figure = readFigure(column, cell, problems);
		if (!figure) continue;
		if (column.kind === 'household') skills[column.key] = figure.value;
		else values.push({ indicator: column.key, ...figure });
	}
	return {
		sheet,
		row: number,
		unit,
		unitName: readText('unitName'),
		period,
		input: {
			unit,
			period,
			...(Object.keys(skills).length > 0 ? { householdSkills: skills } : {}),
			values,
			...(reason === '' ? {} : { reason }),
		},
		problems,
		addresses: Object.fromEntries([
			...figures.map(({ column, cell }) => [column.field, cell.address] as const),
			...['unit', 'period', 'reason'].map(
				(key) => [key, cellOf(key)?.address ?? rowAddress(number)] as const,
			),
		]),
	};
}

function readFigure({ kind, field }: ReportColumn, cell: GridCell, problems: CellProblem[]) {
	if (cell.fault) {
		problems.push(problem(cell, field, cell.fault));
		return null;
	}
	const figure = cellToFigure(cell.content);
	// Households are counted or unknown: there is no "about" in a share.
	const isWrong = kind === 'household' && figure?.status === 'value' && figure.qualifier !== '=';
	if (figure === undefined || isWrong) {
		problems.push(problem(cell, field, isWrong ? 'exactNumber' : 'wholeNumber'));
		return null;
	}
	return figure;
}

const problem = ({ address }: GridCell, field: string, rule: string): CellProblem => ({
	address,
	rule,
	field,
});
