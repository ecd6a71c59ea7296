import type { Results } from '../../inquiries/read-results.server';
import { work } from '../../messages/vi/work';
import { centred, officialDocument, paragraph, toDocx } from '../official/frame';
import { gap } from '../official/parts';
import { ruledTable, type TableColumn } from '../official/tables';
import { cellOf, headingOf, unitName } from './answer-rows.server';

const words = work.inquiries;
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 });
/** Millimetres of a page across, margins aside. */
const across = 247;
const fixed = { index: 12, unit: 45 };

/** The answers as an annex, a line for each unit and the total below. */
export function writeInquiryDocx(results: Results): Promise<Uint8Array> {
	const { title, questions, lines, files } = results;
	const width = Math.max(18, (across - fixed.index - fixed.unit) / Math.max(1, questions.length));
	const columns: TableColumn[] = [
		{ heading: 'TT', width: fixed.index, align: 'centre' },
		{ heading: words.asked.unit, width: fixed.unit },
		...questions.map((question): TableColumn => ({
			heading: headingOf(question),
			width,
			align: question.kind === 'number' ? 'end' : 'start',
		})),
	];
	const answered = lines.filter(({ answers }) => answers !== null).length;
	const rows = lines.map((line, index) => [
		String(index + 1),
		[unitName(line), line.parentName].filter(Boolean).join(', '),
		...questions.map((question) => {
			const cell = cellOf(question, line.answers?.[question.key], files);
			return typeof cell === 'number' ? number.format(cell) : (cell ?? '');
		}),
	]);
	const sums = results.sums.map((sum) =>
		sum.kind === 'number' && sum.sum !== null ? number.format(sum.sum) : '',
	);
	return toDocx(
		officialDocument(title, [
			{
				landscape: true,
				children: [
					centred('PHỤ LỤC', { bold: true }),
					centred(title, { bold: true }, 6),
					paragraph(words.list.progress(number.format(answered), number.format(lines.length))),
					gap(2),
					ruledTable(columns, [...rows, ['', words.results.sum, ...sums]], { size: 11 }),
				],
			},
		]),
	);
}
