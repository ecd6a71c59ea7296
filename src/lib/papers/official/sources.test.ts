import { expect, it } from 'vitest';
import { sourcesOf } from './sources';
import { parseSpan } from './span';
import { periodNames } from './wording';

const half = parseSpan('2026-H2');
if (!half) throw new Error('It is a span.');

it('names the reports of a half-year in order, and the months that nobody reported', () => {
	expect(sourcesOf(half, ['2026-11', '2026-09', '2026-07', '2026-08', '2026-10'])).toEqual({
		periods: ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
		missing: ['2026-12'],
	});
});

it('takes a quarter for its months', () => {
	expect(sourcesOf(half, ['2026-Q3', '2026-07', '2026-12'])).toEqual({
		periods: ['2026-07', '2026-Q3', '2026-12'],
		missing: ['2026-10', '2026-11'],
	});
});

it('writes months in a row by their first and last', () => {
	expect(periodNames(['2026-07', '2026-08', '2026-09', '2026-12'])).toBe(
		'tháng 7 đến tháng 9 năm 2026 và tháng 12 năm 2026',
	);
	expect(periodNames(['2026-Q3', '2026-10'])).toBe('quý III năm 2026 và tháng 10 năm 2026');
	expect(periodNames(['2022-12', '2023-01'])).toBe('tháng 12 năm 2022 đến tháng 1 năm 2023');
	expect(periodNames([])).toBe('');
});
