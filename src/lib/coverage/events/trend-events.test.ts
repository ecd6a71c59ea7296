import { expect, it } from 'vitest';
import { eventMarks } from '../../charts/event-marks';
import type { Measure } from '../../contracts/coverage';
import { createFormat } from '../../messages/format';
import { vi } from '../../messages/vi';
import { trendEvents } from './trend-events';

const corrected = (period: string, day: string, cause: 'miscounted' | 'typingError') => ({
	...{ period, day, cause, measure: 'skill1' as const },
});

it('tells what explains the line, the newest first, one decision once', () => {
	const events = trendEvents(
		{
			rearrangedOn: ['2025-07-01'],
			corrections: [
				corrected('2026-02', '2026-03-20', 'miscounted'),
				corrected('2026-02', '2026-03-20', 'miscounted'),
				corrected('2026-01', '2026-03-20', 'typingError'),
			],
			targets: [{ day: '2026-01-15', year: 2026, share: 0.9 }],
		},
		'2024-12',
	);
	expect(events.map(({ kind, day }) => `${kind} ${day}`)).toEqual([
		'corrected 2026-03-20',
		'corrected 2026-03-20',
		'target 2026-01-15',
		'rearranged 2025-07-01',
	]);
});

it('leaves out what happened before the line begins', () => {
	const happened = {
		rearrangedOn: ['2020-01-01'],
		corrections: [corrected('2023-01', '2025-03-01', 'miscounted')],
		targets: [],
	};
	expect(trendEvents(happened, '2024-12')).toEqual([]);
	expect(trendEvents(happened, '2019-12')).toHaveLength(2);
});

it('marks the month of each, once a month, and only what explains the measure', () => {
	const months = ['2025-06', '2025-07', '2025-08', '2025-09'];
	const events = trendEvents(
		{
			rearrangedOn: ['2025-07-01'],
			corrections: [
				corrected('2025-08', '2025-09-20', 'miscounted'),
				corrected('2025-08', '2025-09-20', 'typingError'),
			],
			targets: [
				{ day: '2025-07-15', year: 2025, share: 0.8 },
				{ day: '2025-09-15', year: 2025, share: 0.9 },
			],
		},
		'2025-06',
	);
	const language = { t: vi, format: createFormat('vi', vi) };
	const marks = (from: number, measure: Measure | null) =>
		eventMarks(months.slice(from), events, measure, language).map(({ at, text, small }) => [
			at,
			text,
			small,
		]);
	expect(marks(0, 'skill1')).toEqual([
		[1, 'sắp xếp đơn vị 1/7/2025', false],
		[2, 'đính chính 20/9/2025', true],
	]);
	expect(marks(0, 'allFive')).toEqual([
		[1, 'sắp xếp đơn vị 1/7/2025; giao chỉ tiêu 2025: 80%', false],
		[3, 'giao chỉ tiêu 2025: 90%', false],
	]);
	expect(marks(1, null)).toEqual([[0, 'sắp xếp đơn vị 1/7/2025', false]]);
});
