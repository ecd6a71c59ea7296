import { expect, it } from 'vitest';
import { standingOf } from './standing';

const dueOn = '2026-04-30';

it.each([
	['open', null, '2026-04-30', 'open'],
	['open', null, '2026-05-01', 'overdue'],
	['done', '2026-04-30', '2026-06-01', 'done'],
	['done', '2026-05-01', '2026-06-01', 'doneLate'],
] as const)('a task that is %s (%s) on %s of 30 April is %s', (state, doneOn, today, standing) => {
	expect(standingOf({ state, doneOn, dueOn }, today)).toBe(standing);
});
