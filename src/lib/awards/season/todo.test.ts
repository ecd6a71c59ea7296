import { expect, it } from 'vitest';
import type { CriteriaState } from '../../contracts/awards/seasons';
import { todosOfDossiers, todosOfSeason } from './todo';

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
	todosOfSeason({
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
		todosOfSeason({
			...{ today: '2026-09-01', freezeOn: '2026-08-07', account: member, versions: [] },
			season: { ...season, frozenAt: '2026-08-07T00:00:00Z' },
		}),
	).toEqual([]);
});

const nothing = {
	...{ submits: false, edits: false, completes: false, lists: false },
	...{ scores: false, votes: false, decides: false },
};
const nobody = { scored: new Set<number>(), voted: new Set<number>() };

it.each([
	['draft', { submits: true, edits: true }, ['submit']],
	['returned', { submits: true, edits: true }, ['amend']],
	['submitted', { completes: true }, ['check']],
	['completed', { lists: true }, ['list']],
	['listed', { scores: true }, ['score']],
	['listed', { votes: true }, ['vote']],
	['listed', { decides: true }, ['decide']],
	['listed', {}, []],
] as const)('a dossier that is %s waits for who %o: %s', (state, rights, expected) => {
	const dossier = (id: number) => ({ id, state, rights: { ...nothing, ...rights } });
	const todos = todosOfDossiers([dossier(1), dossier(2)], nobody);
	expect(todos.map(({ what }) => what)).toEqual(expected);
	for (const todo of todos) expect(todo).toMatchObject({ dossiers: 2 });
});

it('whoever has scored or voted is not asked again', () => {
	const rights = { ...nothing, scores: true, votes: true };
	const dossiers = [1, 2].map((id) => ({ id, state: 'listed' as const, rights }));
	expect(todosOfDossiers(dossiers, { scored: new Set([1]), voted: new Set([1, 2]) })).toEqual([
		{ what: 'score', room: 'council', dossiers: 1 },
	]);
});
