import { expect, it } from 'vitest';
import type { TeamLine } from '../list/lines';
import { measureProgress } from './progress';
import { parseProgressQuery } from './query';

const commune = { id: 1, code: '07294', level: 'commune', kind: 'xa', name: 'Hòa Thịnh' } as const;
const village = { id: 2, code: '07294-01', level: 'village', kind: 'thon', name: 'Một' } as const;
const size = { members: 5, roster: 5, stated: null, complete: true };
const teamOn = (id: number, reestablishedOn: string | null) =>
	({ ...size, id, name: 'Tổ', kind: 'cnscd', youths: 0, reestablishedOn }) as const;
const line = (change: Partial<TeamLine>): TeamLine => ({
	...{ unit: village, above: commune, unitIds: [2, 1], team: null },
	...change,
});
const lines = [
	line({ unit: commune, above: null, unitIds: [1], team: teamOn(10, '2023-08-15') }),
	line({ team: teamOn(11, '2022-04-15') }),
	line({ team: teamOn(12, '2023-08-31') }),
	line({ team: teamOn(13, null) }),
	line({ unit: { ...village, id: 3 }, unitIds: [3, 1] }),
	line({ unit: commune, above: null, unitIds: [1], team: { ...teamOn(14, null), kind: 'board' } }),
];

it('counts the teams of a commune and its villages that are re-established until a day', () => {
	const { communes, missing, ...counts } = measureProgress(lines, {
		since: null,
		day: '2023-08-20',
	});
	expect(counts).toEqual({
		teams: 4,
		done: 2,
		months: [
			{ month: '2022-04', added: 1, total: 1 },
			{ month: '2023-08', added: 1, total: 2 },
		],
	});
	expect(communes).toEqual([{ id: 1, kind: 'xa', name: 'Hòa Thịnh', teams: 4, done: 2 }]);
	expect(missing.map(({ team }) => team?.id)).toEqual([12, 13]);
});

it('leaves out what was done before the day that is asked for', () => {
	const { done, missing } = measureProgress(lines, { since: '2023-08-01', day: '2023-08-31' });
	expect(done).toBe(2);
	expect(missing.map(({ team }) => team?.id)).toEqual([11, 13]);
});

it('takes days and what to show from the address, and nothing else for one', () => {
	const parse = (text: string) => parseProgressQuery(new URLSearchParams(text));
	expect(parse('ngay=2023-08-31&ke-tu=2023-08-01&xem=chua-kien-toan&trang=2')).toEqual({
		...{ day: '2023-08-31', since: '2023-08-01', show: 'missing', page: 2 },
	});
	expect(parse('ngay=31/8/2023&ke-tu=2023-02-30&xem=khac')).toEqual({
		...{ day: null, since: null, show: 'communes', page: 1 },
	});
});
