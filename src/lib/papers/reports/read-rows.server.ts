import type { CellProblem } from '../../contracts/papers';
import { cleanText } from '../../contracts/text/typed-text';
import { cellAddress, type Grid, type GridCell, type GridRow } from '../workbook/grid';
import { problemsColumn } from '../workbook/problems-column';
import type { ReadFile } from '../workbook/read-grids.server';
import { RefusedFile } from '../workbook/refused-file.server';
import type { ReportColumn } from './columns.server';
import { cellToFigure } from './figure-text';
import { formVersion, hiddenKeys } from './form-version';
import { textToPeriod } from './period-text';

/** All that reading needs to know of a figure's column. */
export type FigureColumn = Pick<ReportColumn, 'key' | 'field' | 'kind'>;

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
	/** Hidden by hand or by a filter. */
	hidden: boolean;
}

type Columns = ReadonlyMap<string, number>;
type FigureColumns = ReadonlyMap<string, FigureColumn>;

const headingRows = 20;

/**
 * The reports of a file, by the codes that head its columns; rows without a figure are passed over.
 * @throws RefusedFile when it isn't a form of ours, or holds no figure.
 */
export function readRows(
	{ grids, hidden }: Pick<ReadFile, 'grids' | 'hidden'>,
	figureColumns: readonly FigureColumn[],
): ReadRow[] {
	const version = hidden.get(hiddenKeys.version);
	if (version !== undefined && version !== formVersion) throw new RefusedFile('otherVersion');
	const headed = grids.flatMap((grid) => {
		const heading = grid.rows.slice(0, headingRows).find(({ cells }) => isHeading(cells));
		return heading ? [{ grid, heading }] : [];
	});
	if (headed.length === 0) throw new RefusedFile('wrongSheet');
	const figures = new Map(figureColumns.map((column) => [column.key, column]));
	const rows = headed.flatMap(({ grid, heading }) => {
		const columns = columnsOf(grid, heading);
		return grid.rows
			.filter(({ number }) => number > heading.number)
			.flatMap((row) => readRow(grid, row, columns, figures) ?? []);
	});
	if (rows.length === 0) throw new RefusedFile('noRows');
	return rows;
}

/** `households`, or `Tổng số hộ [households]` as CSV has it. */
function keyOf({ content }: GridCell): string {
	const text = typeof content === 'string' ? cleanText(content) : '';
	return /\[(\w+)\]$/.exec(text)?.[1] ?? text;
}

function isHeading(cells: readonly GridCell[]): boolean {
	const keys = cells.map(keyOf);
	return keys.includes('unit') && keys.includes('period');
}

/** A code that heads two columns would leave one of them unread. */
function columnsOf({ sheet }: Grid, { cells }: GridRow): Columns {
	const seen = new Set<string>();
	for (const cell of cells) {
		const key = keyOf(cell);
		if (key === '' || key === problemsColumn) continue;
		if (seen.has(key)) throw new RefusedFile('doubleColumn', { sheet, address: cell.address });
		seen.add(key);
	}
	return new Map(cells.map((cell, index) => [keyOf(cell), index]));
}

function readRow(
	{ sheet }: Grid,
	{ number, cells, hidden = false }: GridRow,
	columns: Columns,
	figureColumns: FigureColumns,
): ReadRow | undefined {
	const cellOf = (key: string) => cells[columns.get(key) ?? -1];
	const figures = [...columns].flatMap(([key, index]) => {
		const column = figureColumns.get(key);
		const cell = cells[index];
		const isEmpty = !cell || (cell.content === null && cell.fault === undefined);
		return column && !isEmpty ? [{ column, cell }] : [];
	});
	if (figures.length === 0) return undefined;

	const problems: CellProblem[] = [];
	const readText = (key: string) => {
		const own = cellOf(key);
		// One period over many rows is often merged into one cell.
		const cell = key === 'period' ? (own?.mergedInto ?? own) : own;
		if (cell?.fault) problems.push(problem(cell, key, cell.fault));
		return String(cell?.content ?? '').trim();
	};
	const unit = cleanText(readText('unit')).replace(/^\d{1,4}$/, (digits) =>
		digits.padStart(5, '0'),
	);
	const period = textToPeriod(cleanText(readText('period')));
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
		unitName: cleanText(readText('unitName')),
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
				(key) => [key, cellOf(key)?.address ?? cellAddress(1, number)] as const,
			),
		]),
		hidden,
	};
}

function readFigure({ kind, field }: FigureColumn, cell: GridCell, problems: CellProblem[]) {
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
