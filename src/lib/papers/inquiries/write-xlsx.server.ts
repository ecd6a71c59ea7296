import ExcelJS, { type Worksheet } from 'exceljs';
import type { Results } from '../../inquiries/read-results.server';
import { shownShare } from '../../contracts/numbers/shown-share';
import { work } from '../../messages/vi/work';
import { toSafeText } from '../workbook/csv';
import { columnsOf, headingOf, rowOf } from './answer-rows.server';

const words = work.inquiries;
type Cell = string | number | null;

/** All answers as a workbook: a line for each unit, and what they say together. */
export async function writeInquiryXlsx(results: Results): Promise<Uint8Array> {
	const { questions, lines, files } = results;
	const workbook = new ExcelJS.Workbook();
	const answers = workbook.addWorksheet(words.asked.title, {
		views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }],
	});
	addRow(answers, columnsOf(questions));
	for (const line of lines) addRow(answers, rowOf(line, questions, files));
	dress(answers, [12, 26, 22, 22, 18, ...questions.map(() => 26)]);
	answers.getColumn(1).numFmt = '@';

	const summary = workbook.addWorksheet(words.results.title);
	const { results: t } = words;
	addRow(summary, [
		words.questions.label,
		t.count,
		t.sum,
		t.least,
		t.most,
		t.option,
		t.chosen,
		'%',
	]);
	for (const sum of results.sums) for (const row of rowsOf(sum)) addRow(summary, row);
	dress(summary, [44, 12, 16, 14, 14, 34, 18, 10]);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function rowsOf(sum: Results['sums'][number]): Cell[][] {
	const label = headingOf(sum.question);
	if (sum.kind === 'number') return [[label, sum.answered, sum.sum, sum.least, sum.most]];
	if (sum.kind === 'list') return [[label, sum.answered]];
	return sum.options.map(({ option, count, share }) => [
		...[label, sum.answered, null, null, null, option, count],
		Math.round(shownShare(share) * 1_000) / 10,
	]);
}

const addRow = (sheet: Worksheet, cells: readonly Cell[]) =>
	sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? toSafeText(cell) : cell)));

function dress(sheet: Worksheet, widths: readonly number[]): void {
	for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
	sheet.eachRow((row, number) => {
		row.font = { name: 'Times New Roman', size: 12, bold: number === 1 };
		row.alignment = { wrapText: true, vertical: number === 1 ? 'middle' : 'top' };
	});
}
