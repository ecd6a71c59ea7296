import { describe, expect, it } from 'vitest';
import { changeText, divideStated, statedText, sumStated, type Stated } from './figures';
import type { ReportLine } from './periodic-report';
import { sentences } from './sentences';
import { parseSpan, spanBefore, spanChoices } from './span';

const exact = (value: number): Stated => ({ value, qualifier: '=' });
const line = (given: Partial<ReportLine> & Pick<ReportLine, 'code' | 'name'>): ReportLine => ({
	countingUnit: 'items',
	group: 'organisation',
	ratio: null,
	value: null,
	previous: null,
	target: null,
	...given,
});
describe('numbers in official papers', () => {
	it('are as vague as their vaguest part', () => {
		expect(sumStated([exact(40), { value: 300, qualifier: '>' }])).toEqual({
			value: 340,
			qualifier: '>',
		});
		expect(
			sumStated([
				{ value: 1, qualifier: '>' },
				{ value: 2, qualifier: '~' },
			]),
		).toEqual({
			value: 3,
			qualifier: '~',
		});
		expect(sumStated([])).toBeNull();
		expect(divideStated({ value: 3200, qualifier: '~' }, exact(4000))?.qualifier).toBe('~');
		expect(divideStated(exact(1), exact(0))).toBeNull();
	});

	it('read as people write them', () => {
		expect(statedText({ value: 8000, qualifier: '>' }, false)).toBe('hơn 8.000');
		expect(statedText({ value: 0.8, qualifier: '~' }, true)).toBe('khoảng 80%');
		expect(changeText(exact(12), exact(10), false)).toBe('tăng 2');
		expect(changeText({ value: 12, qualifier: '>' }, exact(15), false)).toBe('giảm khoảng 3');
		expect(changeText(exact(0.5), exact(0.475), true)).toBe('tăng 2,5 điểm %');
		expect(changeText(exact(5), null, false)).toBe('');
	});

	it('stand with their share, their whole and the period before', () => {
		const said = sentences(
			[
				line({ code: 'a', name: 'Thôn có tổ', value: exact(90), previous: exact(80) }),
				line({ code: 'b', name: 'Thôn phải có tổ', value: exact(100) }),
				line({
					code: 'c',
					name: 'Tỷ lệ',
					countingUnit: 'share',
					value: exact(0.9),
					ratio: { numerator: 'a', denominator: 'b' },
				}),
				line({ code: 'd', name: 'Buổi', value: exact(39) }),
				line({ code: 'e', name: '– về một', value: exact(13) }),
			],
			{ register: null },
		);
		expect(said).toEqual([
			'- Thôn có tổ: 90/100 (90%), tăng 10 so với kỳ trước.',
			'- Buổi: 39, trong đó: về một 13.',
		]);
	});

	it("say how far the year's target was reached, counted from January where months add up", () => {
		const said = sentences(
			[
				line({
					code: 'a',
					name: 'Buổi',
					value: exact(3),
					previous: exact(2),
					target: { value: exact(40), reached: exact(25) },
				}),
				line({
					code: 'b',
					name: 'Tin',
					target: { value: exact(10), reached: null },
					value: exact(1),
				}),
				line({ code: 'c', name: 'Xã có tổ', value: exact(9) }),
				line({
					code: 'd',
					name: 'Tỷ lệ xã có tổ',
					countingUnit: 'share',
					value: exact(0.9),
					ratio: { numerator: 'c', denominator: 'e' },
					target: { value: exact(1), reached: exact(0.9) },
				}),
			],
			{ register: null },
		);
		expect(said).toEqual([
			'- Buổi: 3, tăng 1 so với kỳ trước, lũy kế từ đầu năm bằng 62,5% chỉ tiêu năm (40).',
			'- Tin: 1.',
			'- Xã có tổ: 9 (90%), bằng 90% chỉ tiêu năm (100%).',
		]);
	});

	it('of households compare shares alone, and say how many households they stand for', () => {
		const said = sentences(
			[
				line({
					code: 'households',
					name: 'Hộ gia đình',
					countingUnit: 'households',
					value: exact(400),
					previous: exact(900),
				}),
				line({
					code: 'x',
					name: 'Hộ có VNeID',
					countingUnit: 'households',
					value: exact(200),
					previous: exact(300),
				}),
				line({
					code: 'y',
					name: 'Tỷ lệ hộ có VNeID',
					countingUnit: 'share',
					value: exact(0.5),
					previous: exact(0.25),
					ratio: { numerator: 'x', denominator: 'households' },
				}),
			],
			{ register: 1000 },
		);
		expect(said).toEqual([
			'- Hộ gia đình: 400 hộ có báo cáo trên 1.000 hộ (40%).',
			'- Hộ có VNeID: 200 hộ (50%), tăng 25 điểm % so với kỳ trước.',
		]);
	});
});

describe('spans of reports', () => {
	it('are whole months, with a name and one before', () => {
		for (const [code, startsOn, endsOn, name, before] of [
			['2026-10', '2026-10-01', '2026-10-31', 'tháng 10 năm 2026', '2026-09'],
			['2026-Q1', '2026-01-01', '2026-03-31', 'quý I năm 2026', '2025-Q4'],
			['2026-H1', '2026-01-01', '2026-06-30', '6 tháng đầu năm 2026', '2025-H2'],
			['2026', '2026-01-01', '2026-12-31', 'năm 2026', '2025'],
			[
				'2022-01..2024-10',
				'2022-01-01',
				'2024-10-31',
				'từ tháng 1 năm 2022 đến tháng 10 năm 2024',
				'2019-03..2021-12',
			],
		] as const) {
			const span = parseSpan(code);
			expect(span).toMatchObject({ code, startsOn, endsOn, name });
			expect(span && spanBefore(span).code).toBe(before);
		}
		for (const code of ['2026-13', '2026-Q5', '2024-10..2022-01', '1990-01..2026-01', 'x'])
			expect(parseSpan(code)).toBeUndefined();
		for (const code of spanChoices('2026-11-22')) expect(parseSpan(code)?.code).toBe(code);
	});
});
