import { expect, it } from 'vitest';
import { countTeams, filterLines, sortLines, type TeamLine } from './lines';
import { parseTeamsQuery, teamsLink } from './query';

const commune = { id: 1, code: '07294', level: 'commune', kind: 'xa', name: 'Hòa Thịnh' } as const;
const village = {
	id: 2,
	code: '07294-01',
	level: 'village',
	kind: 'thon',
	name: 'Đồng 2',
} as const;
const line = (change: Partial<TeamLine>): TeamLine => ({
	unit: village,
	above: commune,
	unitIds: [2, 1],
	team: null,
	...change,
});
const team = { id: 7, name: 'Tổ công nghệ số', kind: 'cnscd', members: 5, youths: 2 } as const;
const lines = [
	line({ unit: { ...village, id: 4, name: 'Đồng 10' }, team: { ...team, id: 9, members: 3 } }),
	line({ team }),
	line({ team: { ...team, id: 8, kind: 'project06', youths: 0 } }),
	line({ unit: { ...village, id: 3, name: 'Bãi Dâu' } }),
	line({ unit: commune, above: null, team: { ...team, id: 6, members: 10 } }),
];
const ask = (text: string) =>
	filterLines(lines, parseTeamsQuery(new URLSearchParams(text))).map(({ unit, team: own }) => [
		unit.id,
		own?.id ?? null,
	]);

it('counts a village with two teams once, and its members of both', () => {
	expect(countTeams(lines)).toEqual({
		villages: 3,
		villagesWithTeam: 2,
		communes: 1,
		communesWithTeam: 1,
		teams: 4,
		members: 23,
		youths: 6,
	});
});

it('puts a commune before its villages, and 2 before 10', () => {
	expect(sortLines(lines).map(({ unit, team: own }) => [unit.id, own?.id ?? null])).toEqual([
		[1, 6],
		[3, null],
		[2, 7],
		[2, 8],
		[4, 9],
	]);
});

it('finds by unit, commune or team, whatever the tone placement', () => {
	expect(ask('tim=dong+10')).toEqual([[4, 9]]);
	expect(ask('tim=Hoà+Thịnh&cap=xa')).toEqual([[1, 6]]);
	expect(ask('tim=khong')).toEqual([]);
});

it('shows one kind, or only what has no team', () => {
	expect(ask('loai=project06')).toEqual([[2, 8]]);
	expect(ask('xem=chua-co-to')).toEqual([[3, null]]);
});

it('keeps what was chosen in the address', () => {
	const text = 'tim=a&cap=thon&loai=merged&xem=chua-dung&ngay=2026-01-31&trang=2';
	const query = parseTeamsQuery(new URLSearchParams(text));
	expect(teamsLink(query, { page: 2 })).toBe(`?${text}`);
	expect(teamsLink(query, { kind: null })).not.toContain('trang');
	expect(parseTeamsQuery(new URLSearchParams('ngay=31/1/2026&trang=x'))).toMatchObject({
		day: null,
		page: 1,
	});
});
