import {
	AlignmentType,
	BorderStyle,
	convertMillimetersToTwip as millimetres,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	VerticalAlignTable,
	WidthType,
} from 'docx';
import { run } from './frame';

export interface TableColumn {
	heading: string;
	/** Millimetres. */
	width: number;
	align?: 'start' | 'centre' | 'end';
}

/** Cells in the order of columns, one text across all of them, or a last line that adds them up. */
export type TableLine =
	| readonly string[]
	| { across: string }
	/** The text stands over the columns before those with a sum. */
	| { total: string; sums: readonly string[] };

/** So many of the last lines stay on the page of what follows: nobody signs a page without a list. */
const tiedLines = 3;

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
	top: line,
	bottom: line,
	left: line,
	right: line,
	insideHorizontal: line,
	insideVertical: line,
};
const alignments = {
	start: AlignmentType.LEFT,
	centre: AlignmentType.CENTER,
	end: AlignmentType.RIGHT,
};

interface TableOptions {
	size?: number;
	/** What closes the paper, as a last row: only rows of one table stay together in every program. */
	closing?: { recipients: Paragraph[]; signature: Paragraph[] };
}

/** A ruled table of an annex; its headings come again on each page. */
export function ruledTable(
	columns: readonly TableColumn[],
	lines: readonly TableLine[],
	{ size = 12, closing }: TableOptions = {},
): Table {
	const cell = (
		text: string,
		{ width, align = 'start' }: Pick<TableColumn, 'width' | 'align'>,
		{ bold = false, span = 1, keepNext = false } = {},
	) =>
		new TableCell({
			width: { size: millimetres(width), type: WidthType.DXA },
			columnSpan: span,
			verticalAlign: VerticalAlignTable.CENTER,
			children: [
				new Paragraph({
					keepNext,
					alignment: alignments[align],
					children: [run(text, { size, bold })],
				}),
			],
		});
	const fullWidth = columns.reduce((sum, { width }) => sum + width, 0);
	const cellsOf = (given: TableLine, keepNext: boolean): TableCell[] => {
		if ('across' in given) {
			const width = { width: fullWidth };
			// A heading within the table stays with the line below it.
			return [cell(given.across, width, { bold: true, span: columns.length, keepNext: true })];
		}
		const bold = 'total' in given;
		const values = bold ? given.sums : given;
		const before = columns.slice(0, columns.length - values.length);
		const heading = bold ? [{ text: given.total, span: before.length }] : [];
		return [
			...heading.map(({ text, span }) => {
				const width = before.reduce((sum, column) => sum + column.width, 0);
				return cell(text, { width, align: 'centre' }, { bold, span, keepNext });
			}),
			...columns
				.slice(bold ? before.length : 0)
				.map((column, index) => cell(values[index] ?? '', column, { bold, keepNext })),
		];
	};
	return new Table({
		layout: TableLayoutType.FIXED,
		columnWidths: columns.map(({ width }) => millimetres(width)),
		width: { size: millimetres(fullWidth), type: WidthType.DXA },
		borders,
		margins: { top: 40, bottom: 40, left: 70, right: 70 },
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(({ heading, width }) =>
					cell(heading, { width, align: 'centre' }, { bold: true, keepNext: true }),
				),
			}),
			...lines.map(
				(given, index) =>
					new TableRow({
						cantSplit: true,
						children: cellsOf(given, closing !== undefined && index >= lines.length - tiedLines),
					}),
			),
			...(closing ? [closingRow(columns, closing)] : []),
		],
	});
}

/** Without lines of its own; recipients stand below the first half of the columns. */
function closingRow(
	columns: readonly TableColumn[],
	{ recipients, signature }: Required<TableOptions>['closing'],
): TableRow {
	const half = Math.floor(columns.length / 2);
	const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
	const cell = (own: readonly TableColumn[], children: Paragraph[]) =>
		new TableCell({
			columnSpan: own.length,
			width: {
				size: millimetres(own.reduce((sum, { width }) => sum + width, 0)),
				type: WidthType.DXA,
			},
			borders: { left: none, right: none, bottom: none },
			margins: { top: millimetres(5) },
			children,
		});
	return new TableRow({
		cantSplit: true,
		children: [cell(columns.slice(0, half), recipients), cell(columns.slice(half), signature)],
	});
}
