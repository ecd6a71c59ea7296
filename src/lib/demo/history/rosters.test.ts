import { expect, it } from 'vitest';
import { imagineRoster, type TeamToStaff } from './rosters';

const team = (number: number): TeamToStaff => ({
	key: `99101-${number}`,
	level: 'village',
	unitKind: 'thon',
	foundedOn: '2022-04-15',
	closedOn: null,
	joinedBefore: '2026-03-01',
});
const rosters = Array.from({ length: 300 }, (_, number) => imagineRoster(team(number)));

it('is the same every time', () => {
	expect(imagineRoster(team(7))).toEqual(rosters[7]);
});

it('has one leader at a time, and some teams had another before', () => {
	for (const roster of rosters) {
		const leaders = roster.filter(({ role }) => role === 'leader');
		expect(leaders.filter(({ untilOn }) => untilOn === null)).toHaveLength(1);
		if (leaders.length === 2) expect(leaders[0]?.untilOn).toBe(leaders[1]?.fromOn);
	}
	const changed = rosters.filter(
		(roster) => roster.filter(({ role }) => role === 'leader').length > 1,
	);
	expect(changed.length).toBeGreaterThan(15);
});

it('has grown by somebody lately in more than half of the teams', () => {
	const grown = rosters.filter((roster) =>
		roster.some(
			({ role, fromOn }) => role !== 'leader' && fromOn > '2024-10-20' && fromOn < '2026-03-01',
		),
	);
	expect(grown.length).toBeGreaterThan(135);
	expect(grown.length).toBeLessThan(210);
});

it('lacks a deputy in some teams, and a man never chairs the women', () => {
	const lacking = rosters.filter(
		(roster) => roster.filter(({ role }) => role === 'deputy').length < 2,
	);
	expect(lacking.length).toBeGreaterThan(10);
	expect(lacking.length).toBeLessThan(60);
	const women = rosters.flat().filter(({ organisation }) => organisation === 'Hội Phụ nữ');
	expect(women.some(({ fullName }) => fullName.includes(' Văn '))).toBe(false);
});
