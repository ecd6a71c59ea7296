import { expect, it } from 'vitest';
import { countConditions, mostTroubled, type TeamCondition } from './condition';

const team = (communeId: number, given: Partial<TeamCondition> = {}): TeamCondition => ({
	...{ communeId, silent: false, thin: false, ageing: false, withoutYouth: false, ...given },
});

it('counts a team in each condition that holds, and draws it once', () => {
	const counted = countConditions([
		team(1),
		team(1, { silent: true, thin: true }),
		team(1, { ageing: true, withoutYouth: true }),
	]);
	expect(counted).toMatchObject({ total: 3, active: 2, thin: 1, ageing: 1, withoutYouth: 1 });
	expect(counted.drawn).toEqual({ silent: 1, thin: 0, ageing: 1, withoutYouth: 0, sound: 1 });
});

it('names communes by how many of their teams are silent or too small, none that has none', () => {
	const teams = [
		...[team(1), team(1, { thin: true }), team(1, { silent: true, thin: true })],
		...[team(2, { silent: true }), team(3, { ageing: true }), team(4, { thin: true }), team(4)],
	];
	expect(mostTroubled(teams, 9)).toEqual([
		{ communeId: 1, teams: 3, troubled: 2 },
		{ communeId: 2, teams: 1, troubled: 1 },
		{ communeId: 4, teams: 2, troubled: 1 },
	]);
	expect(mostTroubled(teams, 1)).toHaveLength(1);
});
