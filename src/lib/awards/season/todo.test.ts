import { expect, it } from 'vitest';
import type { CriteriaState } from '../../contracts/award-seasons';
import { todosOf } from './todo';

const season = {
	...{ countsFrom: '2026-07-01', frozenAt: null },
	categories: [
		{ id: 1, kind: 'commune' as const, name: 'Xã' },
		{ id: 2, kind: 'individual' as const, name: 'Cá nhân' },
	],
};
const member = { accountId: 7, sits: true, keeps: false };
const todos = (
	today: string,
	states: CriteriaState[],
	account: { accountId: number; sits: boolean; keeps: boolean } = member,
	signerId = 7,
) =>
	todosOf({
		...{ today, freezeOn: '2026-08-07', season, account },
		versions: states.map((state) => ({ categoryId: 1, state, signerId })),
	}).map(({ what }) => what);

it.each([
	['2026-06-01', [], ['writeCriteria']],
	['2026-06-01', ['draft'], ['signCriteria']],
	['2026-06-01', ['signed'], []],
	['2026-06-01', ['inForce'], []],
	['2026-07-01', ['draft'], ['noCriteria']],
	['2026-08-06', ['inForce'], []],
	['2026-08-07', ['inForce', 'replaced'], ['freeze']],
] as const)('on %s with %s the committee has to do %s', (today, states, expected) => {
	expect(todos(today, [...states])).toEqual(expected);
});

it('the second signature waits for whoever did not give the first', () => {
	const administrator = { accountId: 9, sits: false, keeps: true };
	expect(todos('2026-06-01', ['signed'], administrator)).toEqual(['forceCriteria']);
	expect(todos('2026-06-01', ['signed'], { ...member, accountId: 8 })).toEqual(['forceCriteria']);
	expect(todos('2026-06-01', ['draft'], administrator)).toEqual([]);
});

it('nothing waits for others, nor once the season is frozen', () => {
	expect(todos('2026-06-01', [], { accountId: 3, sits: false, keeps: false })).toEqual([]);
	expect(
		todosOf({
			...{ today: '2026-09-01', freezeOn: '2026-08-07', account: member, versions: [] },
			season: { ...season, frozenAt: '2026-08-07T00:00:00Z' },
		}),
	).toEqual([]);
});
