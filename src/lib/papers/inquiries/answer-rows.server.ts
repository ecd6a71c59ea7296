import type { AnswerValues, Question } from '../../contracts/inquiries';
import type { ResultLine } from '../../inquiries/read-results.server';
import { vi } from '../../messages/vi';
import { work } from '../../messages/vi/work';

const words = work.inquiries;

/** Papers go from office to office: in Vietnamese, whatever language their maker reads. */
export const columnsOf = (questions: readonly Question[]): string[] => [
	...['Mã đơn vị', words.asked.unit, 'Thuộc', words.asked.standing, words.asked.received],
	...questions.map(headingOf),
];

export const headingOf = ({ label, unit }: Question): string =>
	unit === '' ? label : `${label} (${unit})`;

export const unitName = ({ unitKind, unitName: name }: ResultLine): string =>
	`${vi.common.kinds[unitKind]} ${name}`.trim();

const time = new Intl.DateTimeFormat('vi-VN', {
	timeZone: 'Asia/Ho_Chi_Minh',
	dateStyle: 'short',
	timeStyle: 'short',
});

/** What a unit answered, in the order of the columns; numbers stay numbers. */
export const rowOf = (
	line: ResultLine,
	questions: readonly Question[],
	files: ReadonlyMap<number, string>,
): (string | number | null)[] => [
	...[line.code, unitName(line), line.parentName, words.standings[line.standing]],
	line.newestAt === null ? '' : time.format(new Date(line.newestAt)),
	...questions.map((question) => cellOf(question, line.answers?.[question.key], files)),
];

export function cellOf(
	{ kind }: Question,
	value: AnswerValues[string] | undefined,
	files: ReadonlyMap<number, string>,
): string | number | null {
	if (value === undefined) return null;
	if (Array.isArray(value)) return value.join('; ');
	if (kind === 'file') return typeof value === 'number' ? (files.get(value) ?? '') : value;
	if (kind === 'date') return String(value).split('-').reverse().join('/');
	return value;
}
