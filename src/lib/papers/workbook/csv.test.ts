import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSafeText, toSafeText, writeCsv } from './csv';
import { readCsv } from './read-csv.server';
import { boundsOf } from './read-sheet.server';

const cells = (text: string) =>
	readCsv(text.replace(/^\ufeff/, ''), boundsOf(100, 60_000)).rows.map(({ cells: row }) =>
		row.map(({ content }) => content),
	);

/** Mostly what spreadsheets, quotes and our own marks trip over. */
const awkward = fc.oneof(
	fc.string({
		unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', ';', ',', '"', '\n', 'ơ', ' '),
	}),
	fc.string({ unit: 'grapheme' }),
);

describe('CSV', () => {
	it('gives back any text that it was given', () => {
		fc.assert(
			fc.property(awkward, (text) => {
				expect(fromSafeText(toSafeText(text))).toBe(text);
			}),
		);
		fc.assert(
			fc.property(fc.array(awkward, { minLength: 1, maxLength: 6 }), (row) => {
				const heading = row.map((_, index) => `c${index}`);
				const line = row.map((text) => text.replace(/\r\n?/g, '\n'));
				fc.pre(line.some((text) => text.trim() !== ''));
				expect(cells(writeCsv([heading, line]))[1]).toEqual(
					line.map((text) => (text === '' ? null : text)),
				);
			}),
		);
	});

	it('takes no mark in quotes for what parts cells', () => {
		const texts = ["\t\n\t'", 'a,b\nc,d', 'ổ\tặ\nữ\tđ'];
		for (const text of texts) expect(cells(writeCsv([['c0'], [text]]))[1]).toEqual([text]);
	});

	it('writes nothing that a spreadsheet would run', () => {
		fc.assert(
			fc.property(awkward, (text) => {
				expect(toSafeText(text)).not.toMatch(/^\s*[=+\-@]/);
			}),
		);
		expect(writeCsv([['=HYPERLINK("http://x")', '-1+2', '@SUM(A1)', 12]])).toContain(
			`"'=HYPERLINK(""http://x"")";'-1+2;'@SUM(A1);12`,
		);
	});

	it('reads what different programs save', () => {
		const rows = [
			['mã', 'tên'],
			['01', 'Hoà, Bình'],
		];
		expect(cells('mã,tên\n01,"Hoà, Bình"\n')).toEqual(rows);
		expect(cells('\ufeffmã;tên\r\n01;Hoà, Bình\r\n')).toEqual(rows);
		expect(cells('mã\ttên\n01\tHoà, Bình')).toEqual(rows);
	});
});
