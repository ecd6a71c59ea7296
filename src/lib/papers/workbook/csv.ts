import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { cellAddress, type Grid, type GridCell } from './grid';

/** What a spreadsheet would run as a formula when it opens the file, half and full width. */
const dangerous = /^'*\s*[=+\-@\t\r＝＋－＠]/u;

/** Text that begins like a formula gets one apostrophe in front, which `fromSafeText` takes away. */
export const toSafeText = (text: string): string => (dangerous.test(text) ? `'${text}` : text);
export const fromSafeText = (text: string): string =>
	text.startsWith("'") && dangerous.test(text) ? text.slice(1) : text;

/** CSV as Excel opens it in Vietnam: UTF-8 with its mark, semicolons, CRLF. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
	return stringify(
		rows.map((row) =>
			row.map((value) => (typeof value === 'string' ? toSafeText(value) : (value ?? ''))),
		),
		{ delimiter: ';', record_delimiter: '\r\n', bom: true },
	);
}

/**
 * Reads what `writeCsv` wrote or a spreadsheet saved: with or without the UTF-8 mark, separated by
 * semicolons, commas or tabs; the first line tells which.
 * @throws Error when quotes don't match.
 */
export function readCsv(text: string): Grid {
	const records = parse(text, {
		bom: true,
		delimiter: delimiterOf(text),
		relax_column_count: true,
		skip_empty_lines: true,
		info: true,
	}) as unknown as { record: string[] }[];
	return {
		sheet: '',
		rows: records.map(({ record }, index) => ({
			number: index + 1,
			cells: record.map((value, column): GridCell => {
				const content = fromSafeText(value);
				return {
					address: cellAddress(column + 1, index + 1),
					content: content === '' ? null : content,
				};
			}),
		})),
	};
}

function delimiterOf(text: string): string {
	const firstLine = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? '';
	const counts = [';', '\t', ','].map((mark) => ({ mark, count: firstLine.split(mark).length }));
	return counts.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}
