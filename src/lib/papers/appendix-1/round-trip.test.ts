import fc from 'fast-check';
import { expect, it } from 'vitest';
import { names, phones, positions } from '../../../../tests/fixtures/papers/people';
import { parsePhone } from '../../teams/phone.server';
import { readGrids } from '../workbook/read-grids.server';
import { readLeaderCell } from './leader-cell';
import { joinTotals, readAppendixSheet } from './read-appendix';
import { blankLetter, type ListedTeam, type TeamList } from './team-list';
import { writeAppendixXlsx } from './write-xlsx.server';

const communes = [
	'Xã Hoà Sơn',
	'Xã Hòa Thịnh',
	'Phường Cộng Hòa',
	'Thị trấn Vôi',
	'Đặc khu Lý Sơn',
];
const teams = fc
	.array(
		fc.record({
			commune: fc.constantFrom(...communes),
			name: names.map((name) => `Tổ công nghệ số cộng đồng thôn ${name}`),
			members: fc.integer({ min: 0, max: 60 }),
			leader: fc.oneof(names, fc.constant('')),
			position: positions,
			phone: phones,
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((made): ListedTeam[] =>
		made
			.map((team) => (team.leader === '' ? { ...team, position: '' } : team))
			.sort((one, other) => communes.indexOf(one.commune) - communes.indexOf(other.commune)),
	);

it('reads from the form exactly what was written into it', { timeout: 60_000 }, () =>
	fc.assert(
		fc.asyncProperty(teams, async (written) => {
			const list: TeamList = {
				unit: { kind: 'huyen', name: 'Tứ Kỳ', code: '290' },
				day: '2022-04-30',
				teams: written,
				letter: blankLetter,
			};
			const { grids } = await readGrids(await writeAppendixXlsx(list));
			const sheets = grids.flatMap((grid) => readAppendixSheet('a', grid) ?? []);
			const read = sheets.flatMap(({ rows }) =>
				rows.map(({ cells }): ListedTeam => {
					const { fullName, position } = readLeaderCell(cells['leader']?.text ?? '');
					return {
						commune: cells['commune']?.text ?? '',
						name: cells['team']?.text ?? '',
						members: Number(cells['members']?.text),
						leader: fullName,
						position,
						phone: parsePhone(cells['phone']?.text ?? '') ?? '',
					};
				}),
			);
			expect(read).toEqual(written);
			const members = written.reduce((sum, team) => sum + team.members, 0);
			expect(joinTotals(sheets.flatMap(({ totals }) => totals))).toEqual([
				{
					sheet: '',
					teams: written.length,
					members,
					statedTeams: written.length,
					statedMembers: members,
				},
			]);
		}),
		{ numRuns: 15 },
	),
);
