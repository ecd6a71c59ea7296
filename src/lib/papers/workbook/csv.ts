import { stringify } from 'csv-stringify/sync';

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
		// A line break or a tab outside of quotes would pass for the end of a line or of a cell.
		{ delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n\t]/, bom: true },
	);
}
