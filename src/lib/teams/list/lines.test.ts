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
const team = {
	id: 7,
	name: 'Tổ công nghệ số',
	kind: 'cnscd',
	youths: 2,
	reestablishedOn: null,
} as const;
const all = (roster: number) => ({ members: roster, roster, stated: null, complete: true });
const lines = [
	line({
		unit: { ...village, id: 4, name: 'Đồng 10' },
		team: { ...team, id: 9, members: 3, roster: 1, stated: 3, complete: false },
	}),
	line({ team: { ...team, ...all(5) } }),
	line({ team: { ...team, ...all(5), id: 8, kind: 'project06', youths: 0 } }),
	line({ unit: { ...village, id: 3, name: 'Bãi Dâu' } }),
	line({ unit: commune, above: null, team: { ...team, ...all(10), id: 6 } }),
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
		communesWithBoard: 0,
		teams: 4,
		members: 23,
		named: 21,
		withoutRoster: 1,
		youths: 6,
	});
});

it('finds teams whose roster does not name everybody yet', () => {
	expect(ask('xem=chua-du-danh-sach')).toEqual([[4, 9]]);
});

it('takes a steering board for no team', () => {
	const board = { ...team, ...all(9), kind: 'board' } as const;
	const only = [line({ unit: commune, above: null, team: board })];
	expect(countTeams(only)).toMatchObject({
		communes: 1,
		communesWithTeam: 0,
		communesWithBoard: 1,
		teams: 0,
		members: 0,
	});
});

it('names each commune without a steering board once, and no village', () => {
	const two = [
		line({ unit: commune, above: null, team: { ...team, ...all(9) } }),
		line({ unit: commune, above: null, team: { ...team, ...all(9), id: 8, kind: 'project06' } }),
		line({ team: { ...team, ...all(9), id: 9 } }),
	];
	const query = parseTeamsQuery(new URLSearchParams('xem=chua-co-ban-chi-dao'));
	expect(filterLines(two, query)).toEqual([{ ...two[0], team: null }]);
	const board = { ...team, ...all(9), id: 10, kind: 'board' } as const;
	expect(filterLines([...two, line({ unit: commune, above: null, team: board })], query)).toEqual(
		[],
	);
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
