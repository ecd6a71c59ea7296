import ExcelJS, { type Cell, type Worksheet } from 'exceljs';
import { motto, nationalTitle } from '../official/parts';
import { toSafeText } from '../workbook/csv';
import { rowHeight } from '../workbook/row-height';
import { writeLeaderCell } from './leader-cell';
import { byCommune, type TeamList } from './team-list';
import { formWords, totalMembers } from './wording';

const widths = [6, 24, 38, 12, 32, 16];
/** Columns of the head's left half. */
const leftHalf = 3;
/** Points of one line of text. */
const lineHeight = 17;
const font = { name: 'Times New Roman', size: 13 };
const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
/** The library's own names of paper sizes exist for the compiler only. */
const a4 = { paperSize: 9 };

/** The form as a workbook: one sheet, its headings on each printed page, phones kept as text. */
export async function writeAppendixXlsx(list: TeamList): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(formWords.sheet, {
		pageSetup: { ...a4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
	});
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	const headingRow = writeHead(sheet, list);
	writeHeadings(sheet, headingRow);
	sheet.pageSetup.printTitlesRow = `${headingRow}:${headingRow}`;
	let row = headingRow + 1;
	for (const { commune, teams } of byCommune(list.teams)) {
		for (const [index, team] of teams.entries()) {
			const leader = writeLeaderCell({ fullName: team.leader, position: team.position });
			const cells = [
				index + 1,
				toSafeText(commune),
				toSafeText(team.name),
				team.members,
				toSafeText(leader),
				team.phone,
			];
			sheet.getRow(row).height = rowHeight(cells, widths);
			for (const [column, value] of cells.entries())
				fill(sheet.getCell(row, column + 1), value, column);
			row += 1;
		}
	}
	writeEnd(sheet, list, row);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

interface HeadText {
	text: string;
	style?: Partial<ExcelJS.Font>;
	align?: 'left' | 'center';
}

/** Texts over the whole width, or over its halves; gives the first row below them. */
function writeHead(sheet: Worksheet, list: TeamList): number {
	const centred = (text: string, style: Partial<ExcelJS.Font> = {}): HeadText => ({
		text,
		style,
		align: 'center',
	});
	const lines: HeadText[][] = [
		[centred(formWords.annex, { bold: true })],
		[
			centred(formWords.issuer(list).toUpperCase(), { bold: true, size: 12 }),
			centred(nationalTitle, { bold: true, size: 12 }),
		],
		[centred(formWords.number), centred(motto, { bold: true, underline: true })],
		[centred(''), centred(formWords.dated(list), { italic: true })],
		[centred(formWords.kind, { bold: true, size: 14 })],
		[centred(formWords.title(list), { bold: true, size: 14 })],
		[centred(formWords.asOf(list), { italic: true })],
		[centred(formWords.addressee(list))],
		[{ text: formWords.intro(list) }],
		[{ text: formWords.teams(list.teams.length) }],
		[{ text: formWords.members(totalMembers(list)) }],
		[{ text: formWords.internal, style: { italic: true, size: 11 } }],
	];
	for (const [index, texts] of lines.entries()) {
		const row = index + 1;
		const halves = [
			[1, texts.length === 1 ? widths.length : leftHalf],
			[leftHalf + 1, widths.length],
		] as const;
		for (const [place, { text, style = {}, align = 'left' }] of texts.entries()) {
			const [from, to] = halves[place] ?? halves[0];
			sheet.mergeCells(row, from, row, to);
			const cell = sheet.getCell(row, from);
			cell.value = text;
			cell.font = { ...font, ...style };
			cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true };
			const width = widths.slice(from - 1, to).reduce((sum, each) => sum + each, 0);
			const height = lineHeight * Math.max(1, Math.ceil((text.length * 1.15) / width));
			sheet.getRow(row).height = Math.max(sheet.getRow(row).height || 0, height);
		}
	}
	return lines.length + 1;
}

function writeHeadings(sheet: Worksheet, row: number): void {
	sheet.getRow(row).height = lineHeight * 3;
	for (const [index, text] of Object.values(formWords.columns).entries()) {
		const cell = sheet.getCell(row, index + 1);
		cell.value = text;
		cell.font = { ...font, size: 12, bold: true };
		cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
		cell.border = border;
	}
}

/** The sum below the list, and who signs it. */
function writeEnd(sheet: Worksheet, list: TeamList, row: number): void {
	const cells = [formWords.total(list.teams.length), '', '', totalMembers(list), '', ''];
	for (const [column, value] of cells.entries()) {
		const cell = sheet.getCell(row, column + 1);
		fill(cell, value === '' ? null : value, column);
		cell.font = { ...font, size: 12, bold: true };
	}
	sheet.mergeCells(row, 1, row, leftHalf);
	const signatory = sheet.getCell(row + 2, widths.length - 1);
	signatory.value = formWords.signatory.toUpperCase();
	signatory.font = { ...font, bold: true };
	signatory.alignment = { horizontal: 'center' };
}

function fill(cell: Cell, value: string | number | null, column: number): void {
	cell.value = value;
	cell.font = { ...font, size: 12 };
	cell.border = border;
	const centred = column === 0 || column === 3 || column === 5;
	cell.alignment = {
		horizontal: centred ? 'center' : 'left',
		vertical: 'middle',
		wrapText: true,
	};
	// As text, or the leading zero of a number typed over it is lost.
	if (column === 5) cell.numFmt = '@';
}
