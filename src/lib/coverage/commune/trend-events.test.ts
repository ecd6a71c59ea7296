import { expect, it } from 'vitest';
import { trendEvents } from './trend-events';

const corrected = (period: string, day: string, cause: 'miscounted' | 'typingError') => ({
	...{ period, day, cause },
});

it('tells what explains the line, the newest first, one decision once', () => {
	const events = trendEvents(
		{
			formedOn: '2025-07-01',
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
		'formed 2025-07-01',
	]);
});

it('leaves out what happened before the line begins', () => {
	const happened = {
		formedOn: '2020-01-01',
		corrections: [corrected('2023-01', '2025-03-01', 'miscounted')],
		targets: [],
	};
	expect(trendEvents(happened, '2024-12')).toEqual([]);
	expect(trendEvents(happened, '2019-12')).toHaveLength(2);
});
