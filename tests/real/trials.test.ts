import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { TeamRowView } from '../../src/lib/contracts/teams/files';
import { figureColumns } from '../../src/lib/papers/reports/columns.server';
import { restoreZeros } from '../../src/lib/papers/reports/lost-zeros.server';
import { readRows } from '../../src/lib/papers/reports/read-rows.server';
import { planFiles } from '../../src/lib/papers/roster/plan-files.server';
import { readMember } from '../../src/lib/papers/roster/read-member.server';
import { blankRow } from '../../src/lib/papers/roster/planned.server';
import { readRosterSheet } from '../../src/lib/papers/roster/read-roster';
import type { Register } from '../../src/lib/papers/roster/register';
import { markCells } from '../../src/lib/papers/workbook/mark-cells.server';
import { readGrids } from '../../src/lib/papers/workbook/read-grids.server';
import { describeDatabase, rolledBack } from '../database';
import { makeProvince } from '../database/province';

/** Files on which the product once failed, given by path; they aren't part of the project. */
const folder = join(resolve(process.env['REAL_DATA_DIR'] ?? '.'), 'trials', 'files');
const contentOf = async (name: string) => new Uint8Array(await readFile(join(folder, name)));
const reports = async (name: string) =>
	readRows(await readGrids(await contentOf(name)), figureColumns);
const day = '2026-11-20';

it.each([
	['05a-notes-with-absolute-part-name.xlsx', 100],
	['05b-cells-without-r.xlsx', 1312],
	['05c-x-prefix.xlsx', 1312],
	['05d-relationships-prefix.xlsx', 1312],
])('%s holds one report of %i households, and can be marked', async (name, households) => {
	const rows = await reports(name);
	expect(rows.map(({ input }) => input['householdSkills'])).toMatchObject([{ households }]);
	const mark = { sheet: rows[0]?.sheet ?? '', address: 'E7', text: 'Sai.' };
	const marked = await markCells(await contentOf(name), [mark]);
	expect(readRows(await readGrids(marked.content), figureColumns)).toEqual(rows);
});

it('a form with rules over whole columns is wrong in E7 and comes back marked', async () => {
	const name = '03-validation-on-whole-columns.xlsx';
	const [row] = await reports(name);
	expect(row?.problems).toMatchObject([{ address: 'E7', rule: 'wholeNumber' }]);
	const mark = { sheet: row?.sheet ?? '', address: 'E7', text: 'Sai.' };
	expect((await markCells(await contentOf(name), [mark])).extension).toBe('xlsx');
});

it('figures are refused where they are percentages and lose the noise of calculating', async () => {
	const [percent] = await reports('10-percent-cells.xlsx');
	expect(percent?.problems.map(({ address, rule }) => [address, rule])).toEqual([
		['Z7', 'percentage'],
		['AF7', 'percentage'],
	]);
	const [noisy] = await reports('11-float-noise.xlsx');
	expect(noisy?.problems).toEqual([]);
	expect(noisy?.input['householdSkills']).toMatchObject({ vneid: 80, serviceAccount: 60 });
});

it('rows of a CSV bear their true numbers, and the cell with NUL is named', async () => {
	const [late] = await reports('12-blank-lines.csv');
	expect(late).toMatchObject({ row: 4, problems: [{ address: 'E4' }] });
	const wrong = (await reports('06-nul-after-4096-bytes.csv')).filter(
		({ problems }) => problems.length > 0,
	);
	expect(wrong).toMatchObject([{ row: 23, problems: [{ address: 'BP23', rule: 'unsoundText' }] }]);
});

describeDatabase('files of trials', (handle) => {
	it('codes that lost a zero are found with it', () =>
		rolledBack(handle(), async (database) => {
			const { communes } = await makeProvince(database, { communes: 1, villages: 2 });
			await database.execute(
				sql`update admin_unit set code = '0700100' || right(code, 1) where parent_id = ${communes[0]?.id}`,
			);
			const rows = await reports('14-village-codes-as-numbers.xlsx');
			await restoreZeros(database, rows);
			expect(rows.map(({ unit, input }) => [unit, input.unit])).toEqual([
				['07001001', '07001001'],
				['07001002', '07001002'],
			]);
		}));
});

const unit = { level: 'village', kind: 'ban', district: null, keeps: true } as const;
const units: Register['units'] = [
	{
		...unit,
		id: 1,
		code: '99236',
		level: 'commune',
		kind: 'xa',
		name: 'Thanh Yên',
		parentId: null,
	},
	{ ...unit, id: 2, code: '99236-01', name: 'Vài Thai', parentId: 1 },
];
const team = {
	kind: 'cnscd',
	foundedOn: '2022-04-15',
	reestablishedOn: null,
	closedOn: null,
	zaloGroupName: '',
	zaloGroupLink: '',
	size: { stated: null, rosterCompleteOn: null },
} as const;
const teams: Register['teams'] = [
	{ ...team, id: 1, unitId: 1, name: 'Tổ công nghệ số cộng đồng Thanh Yên' },
	{ ...team, id: 2, unitId: 2, name: 'Tổ công nghệ số cộng đồng Vài Thai' },
];

/** What a file means where everybody in it serves already, but for those with these names. */
async function planned(name: string, unknown: readonly string[]): Promise<TeamRowView[]> {
	const { grids } = await readGrids(await contentOf(name));
	const rows = grids.flatMap((grid) => readRosterSheet(name, grid) ?? []);
	const members = rows.map((row, index) => {
		const said = readMember(blankRow(row), row.cells);
		return {
			...said,
			id: index + 1,
			teamId: row.cells['code']?.text === '99236' ? 1 : 2,
			...{ role: said.role ?? 'member', youth: said.youth ?? false, skills: said.skills ?? [] },
			...{ fromOn: said.fromOn ?? day, untilOn: null, continuesId: null },
		};
	});
	const register = {
		units,
		teams,
		members: members.filter(({ fullName }) => !unknown.includes(fullName)),
	};
	const files = [{ name, content: await contentOf(name) }];
	const plan = await planFiles({ kind: 'roster', day, files, register });
	if ('refused' in plan) throw new Error(plan.refused.refusal);
	return plan.rows.flatMap((chunk) =>
		(JSON.parse(chunk) as { view: TeamRowView }[]).map(({ view }) => view),
	);
}

it('units that are merged over their members hold for all of them', async () => {
	const views = await planned('01-roster-merged-unit-columns.xlsx', ['Trần Thị Thử']);
	expect(views.filter(({ state }) => state === 'same')).toHaveLength(11);
	expect(views.filter(({ state }) => state === 'new').map(({ person }) => person)).toEqual([
		'Trần Thị Thử',
	]);
});

it('Ð is read as Đ', async () => {
	const views = await planned('07-eth-instead-of-d-stroke.xlsx', []);
	expect(views.map(({ person, state }) => [person, state])).toEqual([
		['Đặng Bích Lan', 'same'],
		['Đặng Công Thắng', 'same'],
	]);
});

it('days count from 1904 where the workbook does', async () => {
	const views = await planned('09-libreoffice-1904.xlsx', ['Trần Văn Ngày 1', 'Trần Văn Ngày 2']);
	const days = views.flatMap(({ changes }) =>
		changes.filter(({ field }) => field === 'fromOn').map(({ to }) => to),
	);
	expect(days).toEqual(['2022-06-13', '2023-01-01']);
});

it('rows that are hidden say so', async () => {
	const views = await planned('13-filtered-rows.xlsx', []);
	const hidden = views.filter(({ notes }) => notes.some(({ rule }) => rule === 'hiddenRow'));
	expect([views.length, hidden.length]).toEqual([36, 29]);
});
