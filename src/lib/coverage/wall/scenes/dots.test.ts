import { expect, it } from 'vitest';
import { dotsOf, gridOf } from './dots';

const none = { silent: 0, thin: 0, ageing: 0, withoutYouth: 0, sound: 0 };

it('draws a dot a team, the worst first, and one for several where there are too many', () => {
	expect(dotsOf({ ...none, silent: 1, sound: 2 })).toEqual({
		each: 1,
		dots: ['silent', 'sound', 'sound'],
	});
	const { each, dots } = dotsOf({ ...none, silent: 3, sound: 29_997 });
	expect(each).toBe(20);
	expect(dots[0]).toBe('silent');
	expect(dots.length).toBeLessThanOrEqual(1_501);
});

it('fills its box', () => {
	expect(gridOf(8, 2)).toEqual({ columns: 4, rows: 2 });
	expect(gridOf(0, 2)).toEqual({ columns: 1, rows: 1 });
});
