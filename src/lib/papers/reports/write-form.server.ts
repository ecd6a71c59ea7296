import { setImmediate as pause } from 'node:timers/promises';
import type { Cell, DataValidation, Style, Worksheet } from 'exceljs';
import type { Period } from '../../contracts/reports';
import type { ReportedUnit } from '../../reports/status/reported.server';
import { columnName } from '../workbook/grid';
import { lockSheet, streamWorkbook } from '../workbook/stream-workbook.server';
import {
	columnsFor,
	isAskedFor,
	leadingColumns,
	trailingColumns,
	type ReportColumn,
} from './columns.server';
import { figureWords } from './figure-text';
import { formVersion, hiddenKeys } from './form-version';
import { periodToText } from './period-text';
import { columnKeys, reportRow } from './report-rows.server';
import { formText } from './wording';

const rows = { title: 1, guide: 2, groups: 3, names: 4, countingUnits: 5, codes: 6, first: 7 };
const firstFigure = leadingColumns.length + 1;
/** So many rows are written before everybody else has a turn. */
const rowsAtOnce = 25;
const colours = { heading: 'FFE8E5DA', codes: 'FF7D8894', rule: 'FFBFC5CC', closed: 'FFEDEEF0' };
/** The library's own names of paper sizes exist for the compiler only. */
const a4 = { paperSize: 9 };
const thin = { style: 'thin', color: { argb: colours.rule } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
/** One object each: the library compares styles by what they hold, a hundred thousand times. */
const styles: Record<'unit' | 'figure' | 'notAsked' | 'reason', Partial<Style>> = {
	unit: { border },
	figure: { border, protection: { locked: false }, numFmt: '#,##0' },
	notAsked: {
		border,
		fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.closed } },
	},
	reason: { border, protection: { locked: false } },
};

declare module 'exceljs' {
	interface Worksheet {
		/** Left out of the library's own typings; takes ranges as well, which cells don't. */
		dataValidations: { add: (range: string, validation: DataValidation) => void };
	}
}

type Columns = readonly ReportColumn[];

/**
 * The form of a period as a workbook: one row a unit, one column a figure, filled with what has been
 * reported. Everything but the figures is locked, so that it comes back as it went out.
 */
export function writeForm(
	period: Pick<Period, 'code' | 'title'>,
	units: readonly ReportedUnit[],
): Promise<Uint8Array> {
	const columns = columnsFor(units);
	return streamWorkbook(async (workbook) => {
		const sheet = workbook.addWorksheet(formText.sheet, {
			views: [{ state: 'frozen', xSplit: 2, ySplit: rows.codes }],
			pageSetup: {
				...a4,
				orientation: 'landscape',
				fitToPage: true,
				fitToWidth: 1,
				fitToHeight: 0,
			},
		});
		await lockSheet(sheet, { formatColumns: true, formatRows: true, selectLockedCells: true });
		writeHeading(sheet, period, columns);
		for (const [index, unit] of units.entries()) {
			writeUnit(sheet, rows.first + index, unit, period.code, columns);
			if (index % rowsAtOnce === 0) await pause();
		}
		if (units.length > 0) guardFigures(sheet, rows.first + units.length - 1, columns);
		const about = workbook.addWorksheet(formText.about, { state: 'veryHidden' });
		about.addRow([hiddenKeys.version, formVersion]);
		about.addRow([hiddenKeys.period, period.code]);
	});
}

function writeHeading(
	sheet: Worksheet,
	period: Pick<Period, 'code' | 'title'>,
	columns: Columns,
): void {
	// A sheet that is written row by row has its widths first.
	const widths = [12, 26, 20, 18, ...columns.map(() => 13), 36];
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	const title = sheet.getCell(rows.title, 1);
	title.value = formText.title(periodToText(period.code), period.title);
	title.font = { bold: true, size: 14 };
	sheet.getCell(rows.guide, 1).value = formText.guide;
	sheet.getRow(rows.guide).height = 20;

	for (const [index, key] of leadingColumns.entries())
		writeColumn(sheet, index + 1, { key, name: formText.columns[key] });
	for (const [index, column] of columns.entries()) {
		writeColumn(sheet, firstFigure + index, column);
		sheet.getCell(rows.names, firstFigure + index).note = noteOf(column);
	}
	const reasonColumn = firstFigure + columns.length;
	for (const [index, key] of trailingColumns.entries())
		writeColumn(sheet, reasonColumn + index, { key, name: formText.columns[key] });
	sheet.getCell(rows.names, reasonColumn).note = formText.reasonNote;
	mergeGroups(sheet, columns);
	sheet.getRow(rows.names).height = 64;
	sheet.getRow(rows.codes).commit();
}

function writeColumn(
	sheet: Worksheet,
	column: number,
	{
		key,
		name,
		countingUnitName,
	}: Pick<ReportColumn, 'name'> & { key: string; countingUnitName?: string },
): void {
	const heading = (row: number, value: string, font: Cell['font']) => {
		const cell = sheet.getCell(row, column);
		cell.value = value;
		cell.font = font;
		cell.alignment = { wrapText: true, horizontal: 'center', vertical: 'middle' };
		cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.heading } };
		cell.border = border;
	};
	heading(rows.groups, '', { bold: true });
	heading(rows.names, name, { bold: true, size: 10 });
	heading(rows.countingUnits, countingUnitName ?? '', { italic: true, size: 9 });
	heading(rows.codes, key, { size: 8, color: { argb: colours.codes } });
}

const noteOf = ({ definition, countingUnitName }: ReportColumn) =>
	`${definition}\n${formText.countingUnit(countingUnitName)}`;

/** One heading over the columns of each group. */
function mergeGroups(sheet: Worksheet, columns: Columns): void {
	let from = 0;
	for (let to = 0; to < columns.length; to++) {
		const group = columns[to]?.groupName;
		if (group === columns[to + 1]?.groupName) continue;
		sheet.mergeCells(rows.groups, firstFigure + from, rows.groups, firstFigure + to);
		sheet.getCell(rows.groups, firstFigure + from).value = group;
		from = to + 1;
	}
}

/** What a unit isn't asked for is closed, unless it has reported it. */
function writeUnit(
	sheet: Worksheet,
	row: number,
	unit: ReportedUnit,
	period: string,
	columns: Columns,
): void {
	const values = reportRow(unit, period, columns);
	for (const [index, value] of values.entries()) {
		const cell = sheet.getCell(row, index + 1);
		cell.value = value;
		const column = columns[index + 1 - firstFigure];
		if (index + 1 < firstFigure) cell.style = styles.unit;
		else if (!column) cell.style = styles.reason;
		else cell.style = value !== null || isAskedFor(column, unit) ? styles.figure : styles.notAsked;
	}
	sheet.getRow(row).commit();
}

/** Excel takes one rule a cell: households take whole numbers alone, other figures offer the words. */
function guardFigures(sheet: Worksheet, lastRow: number, columns: Columns): void {
	const guard = (kind: ReportColumn['kind'], validation: DataValidation) => {
		const places = columns.flatMap((column, index) =>
			column.kind === kind ? [firstFigure + index] : [],
		);
		if (places.length === 0) return;
		const [from, to] = [columnName(Math.min(...places)), columnName(Math.max(...places))];
		sheet.dataValidations.add(`${from}${rows.first}:${to}${lastRow}`, validation);
	};
	guard('household', {
		type: 'whole',
		operator: 'greaterThanOrEqual',
		formulae: [0],
		allowBlank: true,
		showErrorMessage: true,
		errorTitle: formText.wholeNumber.title,
		error: formText.wholeNumber.text,
	});
	guard('indicator', {
		type: 'list',
		formulae: [`"${figureWords.notAvailable},${figureWords.notApplicable}"`],
		allowBlank: true,
		showErrorMessage: false,
	});
}

/** The address of a figure's cell in row `row`: where a problem of a whole field is marked. */
export function figureAddress(key: string, row: number, columns: Columns = columnsFor([])): string {
	return `${columnName(columnKeys(columns).indexOf(key) + 1)}${row}`;
}
