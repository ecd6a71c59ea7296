import { describe, expect, it } from 'vitest';
import { changeText, divideStated, statedText, sumStated, type Stated } from './figures';
import { catalogue } from '../../indicators/catalogue';
import type { ReportLine } from './periodic-report';
import { phrases } from './phrases';
import { sentences } from './sentences';
import { parseSpan, spanAfter, spanBefore, spanChoices } from './span';

const exact = (value: number): Stated => ({ value, qualifier: '=' });
const line = (given: Partial<ReportLine> & Pick<ReportLine, 'code' | 'name'>): ReportLine => ({
	names: { vi: given.name, en: given.name },
	countingUnit: 'items',
	group: 'organisation',
	direction: 'higherIsBetter',
	partOf: null,
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
		expect(changeText(exact(0.5), exact(0.475), true)).toBe('tăng 2,5 điểm phần trăm');
		expect(changeText(exact(5), null, false)).toBe('');
	});

	const share = (numerator: string, denominator: string, given: Partial<ReportLine> = {}) =>
		line({
			code: `${numerator}Share`,
			name: 'Tỷ lệ',
			countingUnit: 'share',
			ratio: { numerator, denominator },
			...given,
		});

	it('stand with their share, their parts and the period before', () => {
		const said = sentences(
			[
				line({ code: 'villagesWithTeam', name: '', value: exact(90), previous: exact(80) }),
				line({ code: 'villagesRequired', name: '', value: exact(100) }),
				share('villagesWithTeam', 'villagesRequired', { value: exact(0.9) }),
				line({ code: 'citizenSessions', name: '', value: exact(39), previous: exact(30) }),
				line({
					code: 'citizenSessionsEcommerce',
					name: '–',
					value: exact(13),
					partOf: 'citizenSessions',
				}),
				line({
					code: 'citizenSessionsEpayment',
					name: '–',
					value: exact(26),
					partOf: 'citizenSessions',
				}),
				line({
					code: 'citizenSessionsOtherTopics',
					name: '–',
					value: exact(0),
					partOf: 'citizenSessions',
				}),
			],
			{ register: null },
		);
		expect(said).toEqual([
			'- Có 90/100 thôn, tổ dân phố (90%) đã có tổ, tăng 10 so với kỳ trước.',
			'- Đã tổ chức 39 buổi tập huấn, hướng dẫn cho người dân, trong đó 13 buổi về thương mại điện tử và 26 buổi về thanh toán điện tử; tăng 9 so với kỳ trước.',
		]);
	});

	it('keep their qualifiers, say nothing of zero, and let a part without its whole stand alone', () => {
		const said = sentences(
			[
				line({ code: 'leaflets', name: 'Tờ rơi', value: exact(0), previous: exact(5) }),
				line({ code: 'newsItems', name: 'Tin, bài', value: { value: 340, qualifier: '>' } }),
				line({
					code: 'payingPeople',
					name: '– trong đó đã thanh toán',
					value: { value: 3200, qualifier: '~' },
					partOf: 'paymentAccounts',
				}),
				line({ code: 'unheardOf', name: 'Việc mới', countingUnit: 'people', value: exact(7) }),
			],
			{ register: null },
		);
		expect(said).toEqual([
			'- Đã đăng, phát hơn 340 tin, bài về chuyển đổi số.',
			'- Có khoảng 3.200 người đã dùng để thanh toán.',
			'- Việc mới: 7 người.',
		]);
	});

	it('have a phrase for every count of the catalogue', () => {
		const without = catalogue
			.filter(({ code, countingUnit }) => countingUnit !== 'share' && phrases[code] === undefined)
			.map(({ code }) => code);
		expect(without).toEqual([]);
		const wholeOnly = Object.values(phrases).filter((phrase) => phrase.split('#').length !== 2);
		expect(wholeOnly).toEqual([]);
	});

	it("say how far the year's target was reached, counted from January where months add up", () => {
		const said = sentences(
			[
				line({
					code: 'newsItems',
					name: '',
					value: exact(3),
					previous: exact(2),
					target: { value: exact(40), reached: exact(25) },
				}),
				line({
					code: 'leaflets',
					name: '',
					target: { value: exact(10), reached: null },
					value: exact(1),
				}),
				line({ code: 'communesWithTeam', name: '', value: exact(9) }),
				share('communesWithTeam', 'x', {
					value: exact(0.9),
					target: { value: exact(1), reached: exact(0.9) },
				}),
			],
			{ register: null },
		);
		expect(said).toEqual([
			'- Đã đăng, phát 3 tin, bài về chuyển đổi số, tăng 1 so với kỳ trước; lũy kế từ đầu năm đạt 62,5% chỉ tiêu năm (40).',
			'- Đã phát 1 tờ rơi tuyên truyền.',
			'- Có 9 đơn vị cấp xã (90%) đã thành lập tổ cấp xã, đạt 90% chỉ tiêu năm (100%).',
		]);
	});

	it('of households compare shares alone, and say how many households they stand for', () => {
		const households = { countingUnit: 'households', name: '' } as const;
		const said = sentences(
			[
				line({ code: 'households', ...households, value: exact(400), previous: exact(900) }),
				line({ code: 'vneidHouseholds', ...households, value: exact(200), previous: exact(300) }),
				share('vneidHouseholds', 'households', { value: exact(0.5), previous: exact(0.25) }),
			],
			{ register: 1000 },
		);
		expect(said).toEqual([
			'- Đã rà soát 400/1.000 hộ (40%).',
			'- Có 200 hộ (50%) có tài khoản VNeID, tăng 25 điểm phần trăm so với kỳ trước.',
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
			expect(span && spanAfter(spanBefore(span)).code).toBe(code);
		}
		for (const code of [
			'2026-13',
			'2026-Q5',
			'2024-10..2022-01',
			'1990-01..2026-01',
			'0001',
			'9999-12',
			'9999-Q4',
			'x',
		])
			expect(parseSpan(code)).toBeUndefined();
		for (const code of spanChoices(['2026-11', '2026-06', '2022-01']))
			expect(parseSpan(code)?.code).toBe(code);
	});
});
