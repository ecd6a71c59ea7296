import { describe, expect, it } from 'vitest';
import type { Change } from '../../contracts/events';
import { isMeantFor, roomOf, selectChanges, type Audience } from './streams';

const at = '2026-10-20T03:00:00.000Z';
const figures = (
	number: number,
	audience: 'public' | 'internal',
	path: number[],
	basis: 'approved' | 'provisional' = 'approved',
): Change => ({
	number,
	at,
	type: 'figures',
	audience,
	path,
	level: 'commune',
	periodId: 1,
	unitId: path[0] ?? 0,
	basis,
	figures: null,
});
const everybody: Audience = { stream: 'public' };
const province: Audience = { stream: 'internal', unitIds: [1] };
const elsewhere: Audience = { stream: 'internal', unitIds: [2] };

describe('streams', () => {
	it('never give the public what is internal', () => {
		expect(isMeantFor(everybody, figures(1, 'internal', [10, 1]))).toBe(false);
		expect(isMeantFor(everybody, figures(1, 'public', [10, 1]))).toBe(true);
		expect(isMeantFor(everybody, { number: 1, at, type: 'structure' })).toBe(true);
	});

	it('give an account the internal figures of its own units alone', () => {
		expect(isMeantFor(province, figures(1, 'internal', [10, 1]))).toBe(true);
		expect(isMeantFor(elsewhere, figures(1, 'internal', [10, 1]))).toBe(false);
		expect(isMeantFor(elsewhere, figures(1, 'public', [10, 1]))).toBe(true);
	});

	it('tell of a council’s session only whom its unit concerns, and of many moves once', () => {
		const moved = (number: number): Change => ({
			...{ number, at, type: 'session', seasonId: 4, path: [1] },
		});
		expect([everybody, elsewhere, province].map((who) => isMeantFor(who, moved(1)))).toEqual([
			...[false, false, true],
		]);
		expect(selectChanges(province, [moved(1), moved(2)])).toEqual([moved(2)]);
	});

	it('share a room among all who see the same', () => {
		expect(roomOf({ stream: 'internal', unitIds: [3, 1, 3] })).toBe('internal:1,3');
		expect(roomOf(everybody)).toBe('public');
	});

	it('send the last of several values, the unmasked one to those who may see it', () => {
		const changes = [
			figures(1, 'public', [10, 1]),
			figures(2, 'public', [11, 1]),
			figures(3, 'public', [10, 1]),
			figures(4, 'internal', [10, 1]),
			figures(5, 'internal', [10, 1], 'provisional'),
		];
		const numbers = (audience: Audience) =>
			selectChanges(audience, changes).map(({ number }) => number);
		expect(numbers(everybody)).toEqual([2, 3]);
		expect(numbers(province)).toEqual([2, 4, 5]);
	});
});
