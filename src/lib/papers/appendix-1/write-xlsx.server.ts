import ExcelJS, { type Cell, type Worksheet } from 'exceljs';
import { toSafeText } from '../workbook/csv';
import { writeLeaderCell } from './leader-cell';
import { byCommune, type TeamList } from './team-list';
import { formWords, totalMembers } from './wording';

const widths = [6, 24, 38, 12, 32, 16];
const headingRow = 8;
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
		views: [{ state: 'frozen', ySplit: headingRow }],
		pageSetup: {
			...a4,
			orientation: 'landscape',
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			printTitlesRow: `${headingRow}:${headingRow}`,
		},
	});
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	writeHead(sheet, list);
	let row = headingRow + 1;
	for (const { commune, teams } of byCommune(list.teams)) {
		for (const [index, team] of teams.entries()) {
			const leader = writeLeaderCell({ fullName: team.leader, position: team.position });
			const cells = [
				index + 1,
				index === 0 ? toSafeText(commune) : null,
				toSafeText(team.name),
				team.members,
				toSafeText(leader),
				team.phone,
			];
			sheet.getRow(row + index).height = lineHeight * linesOf(cells);
			for (const [column, value] of cells.entries())
				fill(sheet.getCell(row + index, column + 1), value, column);
		}
		if (teams.length > 1) sheet.mergeCells(row, 2, row + teams.length - 1, 2);
		row += teams.length;
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Spreadsheets don't make rows that a program wrote as high as their text. */
function linesOf(cells: readonly (string | number | null)[]): number {
	const counts = cells.map((value, column) => {
		const lines = column === 1 ? [] : String(value ?? '').split('\n');
		const width = widths[column] ?? 1;
		return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
	});
	return Math.max(...counts);
}

function writeHead(sheet: Worksheet, list: TeamList): void {
	const lines: [string, Partial<ExcelJS.Font>][] = [
		[formWords.annex, { bold: true }],
		[formWords.issuer(list).toUpperCase(), { bold: true }],
		[formWords.title(list), { bold: true, size: 14 }],
		[formWords.asOf(list), { italic: true }],
		[formWords.teams(list.teams.length), {}],
		[formWords.members(totalMembers(list)), {}],
		[formWords.internal, { italic: true, size: 11 }],
	];
	for (const [index, [text, style]] of lines.entries()) {
		sheet.mergeCells(index + 1, 1, index + 1, widths.length);
		const cell = sheet.getCell(index + 1, 1);
		cell.value = text;
		cell.font = { ...font, ...style };
		cell.alignment = { horizontal: index < 4 ? 'center' : 'left', wrapText: true };
	}
	sheet.getRow(headingRow).height = lineHeight * 3;
	for (const [index, text] of Object.values(formWords.columns).entries()) {
		const cell = sheet.getCell(headingRow, index + 1);
		cell.value = text;
		cell.font = { ...font, size: 12, bold: true };
		cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
		cell.border = border;
	}
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
