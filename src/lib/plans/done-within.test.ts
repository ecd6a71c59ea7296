import { expect, it } from 'vitest';
import { doneWithin } from './done-within';

const today = '2026-12-20';

it.each([
	[
		'its plan’s year',
		{ startsOn: '2026-03-01', year: 2026, drawnUpOn: '2026-02-10' },
		'2026-01-01',
	],
	[
		'itself, if earlier',
		{ startsOn: '2025-12-15', year: 2026, drawnUpOn: '2026-02-10' },
		'2025-12-15',
	],
	[
		'the day on which next year was planned',
		{ startsOn: '2027-01-05', year: 2027, drawnUpOn: '2026-12-18' },
		'2026-12-18',
	],
])('a task is done from the beginning of %s until today', (_, task, from) => {
	expect(doneWithin(task, today)).toEqual({ from, until: today });
});
