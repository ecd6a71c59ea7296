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

/** Cells in the order of columns, or one text across all of them. */
export type TableLine = readonly string[] | { across: string };

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: line, bottom: line, left: line, right: line };
const alignments = {
	start: AlignmentType.LEFT,
	centre: AlignmentType.CENTER,
	end: AlignmentType.RIGHT,
};

/** A ruled table of an annex; its headings come again on each page. */
export function ruledTable(
	columns: readonly TableColumn[],
	lines: readonly TableLine[],
	size = 12,
): Table {
	const cell = (
		text: string,
		{ width, align = 'start' }: Pick<TableColumn, 'width' | 'align'>,
		{ bold = false, span = 1 } = {},
	) =>
		new TableCell({
			width: { size: millimetres(width), type: WidthType.DXA },
			columnSpan: span,
			borders,
			verticalAlign: VerticalAlignTable.CENTER,
			margins: { top: 40, bottom: 40, left: 70, right: 70 },
			children: [
				new Paragraph({ alignment: alignments[align], children: [run(text, { size, bold })] }),
			],
		});
	const fullWidth = columns.reduce((sum, { width }) => sum + width, 0);
	return new Table({
		layout: TableLayoutType.FIXED,
		columnWidths: columns.map(({ width }) => millimetres(width)),
		width: { size: millimetres(fullWidth), type: WidthType.DXA },
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(({ heading, width }) =>
					cell(heading, { width, align: 'centre' }, { bold: true }),
				),
			}),
			...lines.map(
				(given) =>
					new TableRow({
						cantSplit: true,
						children:
							'across' in given
								? [cell(given.across, { width: fullWidth }, { bold: true, span: columns.length })]
								: columns.map((column, index) => cell(given[index] ?? '', column)),
					}),
			),
		],
	});
}
