import { expect, it } from 'vitest';
import { countRegistry, reportedFigures, type CountedTeam } from './figures';

const day = '2024-10-31';
const team = (change: Partial<CountedTeam>): CountedTeam => ({
	unitId: 1,
	level: 'village',
	kind: 'cnscd',
	named: 1,
	youths: 0,
	stated: 4,
	rosterCompleteOn: null,
	reestablishedOn: null,
	hasZaloGroup: false,
	hasHouseholdGroup: false,
	hasPlan: false,
	hasRules: false,
	...change,
});
const communes = Array.from({ length: 13 }, (_, at) => team({ unitId: at, level: 'commune' }));
const villages = Array.from({ length: 101 }, (_, at) =>
	team({ unitId: 100 + at, reestablishedOn: '2023-08-15', hasZaloGroup: at % 2 === 0 }),
);

it('counts a district as its report states it: 13/13 communes, 101/101 villages, all re-established', () => {
	const second = team({ unitId: 100, kind: 'project06', stated: null, named: 5, youths: 2 });
	const board = team({ unitId: 0, level: 'commune', kind: 'board', stated: 9 });
	const figures = countRegistry(
		[...communes, ...villages, second, board],
		{ communes: 13, villages: 101 },
		day,
	);
	expect(reportedFigures(figures)).toEqual({
		communesWithTeam: 13,
		communesRequired: 13,
		communeTeamMembers: 52,
		communeZaloGroups: 0,
		villagesWithTeam: 101,
		villagesRequired: 101,
		villageZaloGroups: 51,
		members: 52 + 404 + 5,
		youthMembers: 2,
		teamsReestablished: 101,
	});
	expect(figures).toMatchObject({ teams: 115, boards: 1 });
});

it('says nothing of communes for a village, and nothing at all while no team is known', () => {
	const village = countRegistry([team({})], { communes: 0, villages: 1 }, day);
	expect(reportedFigures(village)).not.toHaveProperty('communesWithTeam');
	expect(reportedFigures(countRegistry([], { communes: 1, villages: 3 }, day))).toEqual({});
});
