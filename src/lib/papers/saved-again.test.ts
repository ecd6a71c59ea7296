import { describe, expect, it } from 'vitest';
import { docxText } from '../../../tests/fixtures/papers/docx-text';
import { asOpenpyxl, asPlain, asPrefixing } from '../../../tests/fixtures/papers/resave';
import { readAppendixSheet } from './appendix-1/read-appendix';
import { blankLetter, type TeamList } from './appendix-1/team-list';
import { writeAppendixXlsx } from './appendix-1/write-xlsx.server';
import { figureColumns } from './reports/columns.server';
import { readRows } from './reports/read-rows.server';
import { writeForm } from './reports/write-form.server';
import { readRosterSheet } from './roster/read-roster';
import { writeRoster } from './roster/write-roster.server';
import { writeTeamPaper } from './roster/write-team-paper.server';
import { writeApart } from './apart/write-apart.server';
import { markCells } from './workbook/mark-cells.server';
import { readGrids } from './workbook/read-grids.server';

const households = {
	...{ households: 180, skill1: 90, skill2: null, skill3: null, skill4: null, skill5: null },
	...{ allFive: 60, assisted: null, vneid: null, serviceAccount: null },
};
const form = () =>
	writeForm({ code: '2026-10', title: null }, [
		{
			id: 1,
			code: '07290',
			kind: 'xa',
			level: 'commune',
			name: 'Cộng Hòa',
			parentName: 'Tỉnh Thử',
			revision: 1,
			contents: {
				householdSkills: households,
				values: [
					{ indicator: 'leaflets', status: 'value', value: 1120, qualifier: '~' },
					{ indicator: 'newsItems', status: 'notApplicable', value: null, qualifier: '=' },
				],
				reason: 'Hộ chuyển đi nơi khác',
			},
		},
	]);
const teamList: TeamList = {
	unit: { kind: 'huyen', name: 'Đông Sơn', code: '405' },
	day: '2022-04-29',
	letter: blankLetter,
	teams: [5, 4].map((members, index) => ({
		commune: 'Xã Đông Hòa',
		name: `Tổ thôn ${index + 1}`,
		members,
		leader: 'Lê Thị Thử',
		position: 'Trưởng thôn',
		phone: '0912345678',
	})),
};
const appendix = () => writeAppendixXlsx(teamList);
const roster = () =>
	writeRoster(
		{
			units: [
				{
					...{ id: 1, code: '07290', level: 'commune', kind: 'xa', name: 'Cộng Hòa' },
					...{ parentId: null, district: null, keeps: true },
				},
			],
			teams: [
				{
					...{ id: 1, unitId: 1, name: 'Tổ xã', kind: 'cnscd', foundedOn: '2022-04-15' },
					...{ reestablishedOn: null, closedOn: null, zaloGroupName: '', zaloGroupLink: '' },
					size: { stated: 15, rosterCompleteOn: null },
				},
			],
			members: [
				{
					...{ id: 1, teamId: 1, fullName: 'Trần Thị Thử', role: 'leader', youth: true },
					...{ position: 'Phó Chủ tịch', organisation: '', phone: '0912345678', skills: [1, 3] },
					...{ organisationKind: null, smartphone: null },
					...{ fromOn: '2022-06-13', untilOn: null, continuesId: null },
				},
			],
		},
		'2022-12-31',
	);

async function readForm(content: Uint8Array) {
	return readRows(await readGrids(content), figureColumns).map(({ input, problems }) => ({
		input,
		problems,
	}));
}
async function readAppendix(content: Uint8Array) {
	const { grids } = await readGrids(content);
	return grids.flatMap((grid) => readAppendixSheet('a', grid) ?? []);
}
async function readRoster(content: Uint8Array) {
	const { grids } = await readGrids(content);
	return grids.flatMap((grid) => readRosterSheet('a', grid) ?? []);
}

it('states of each team what a list said beside how many are named, and what counts', async () => {
	const { grids } = await readGrids(await roster());
	const sizes = grids.find(({ sheet }) => sheet === 'Số thành viên từng tổ');
	expect(sizes?.rows.slice(1).map(({ cells }) => cells.map(({ content }) => content))).toEqual([
		['07290', 'Xã Cộng Hòa', 'Tổ xã', 15, 1, 15],
		['Tổng cộng', null, null, 15, 1, 15],
	]);
});

it('is written apart as it would be in place, so that nobody waits for a long one', async () => {
	const text = async (content: Uint8Array) => (await docxText(content)).join('\n');
	const paper = { file: 'docx', list: teamList } as const;
	expect(await text(await writeApart(paper))).toBe(await text(await writeTeamPaper(paper)));
});

describe.each([
	['openpyxl', asOpenpyxl],
	['a writer of prefixes', asPrefixing],
	['a writer that knows no styles', asPlain],
])('files of ours saved again by %s', (_, savedAgain) => {
	it('come back as report forms, and can be marked', async () => {
		const before = await form();
		const expected = await readForm(before);
		expect(expected).toMatchObject([{ input: { unit: '07290', period: '2026-10' }, problems: [] }]);
		const after = await savedAgain(before);
		expect(await readForm(after)).toEqual(expected);
		const marks = [{ sheet: 'Báo cáo', address: 'E7', text: 'Ô này sai.' }];
		expect(await readForm((await markCells(after, marks)).content)).toEqual(expected);
	});

	it('come back as Phụ lục 1', async () => {
		const before = await appendix();
		const expected = await readAppendix(before);
		expect(expected[0]?.rows).toHaveLength(2);
		expect(expected[0]?.totals).toMatchObject([{ statedTeams: 2, statedMembers: 9 }]);
		expect(await readAppendix(await savedAgain(before))).toEqual(expected);
	});

	it('come back as rosters', async () => {
		const before = await roster();
		const expected = await readRoster(before);
		expect(expected[0]?.cells['phone']?.text).toBe('0912345678');
		expect(await readRoster(await savedAgain(before))).toEqual(expected);
	});
});
