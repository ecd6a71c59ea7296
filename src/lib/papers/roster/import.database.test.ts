import { and, eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import type { TeamFileKind } from '../../contracts/team-files';
import type { Database } from '../../server/db/client';
import { auditLog, team, teamImport, teamImportRow, teamMember } from '../../server/db/schema';
import { confirmImport } from './confirm-import.server';
import { forgetImports } from './forget-imports.server';
import { readImport } from './read-import.server';
import { takeImport } from './take-import.server';

const now = new Date('2022-05-02T03:00:00Z');
const day = '2022-05-01';

async function workbook(...sheets: unknown[][][]): Promise<Uint8Array> {
	const book = new ExcelJS.Workbook();
	for (const [index, rows] of sheets.entries())
		book.addWorksheet(`Sheet${index + 1}`).addRows(rows);
	return new Uint8Array(await book.xlsx.writeBuffer());
}

const heading = [
	'TT',
	'Tên xã/phường/thị trấn',
	'Tên Tổ công nghệ số cộng đồng',
	'Số lượng thành viên của Tổ',
	'Họ tên, chức vụ Tổ trưởng',
	'Điện thoại',
];
const memberHeading = [
	'Mã đơn vị',
	'Tên tổ',
	'Họ và tên',
	'Vai trò',
	'Chức vụ',
	'Thanh niên',
	'Điện thoại',
	'Kỹ năng 1',
	'Kỹ năng 2',
	'Từ ngày',
	'Đến hết ngày',
];

async function setUp(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 3 });
	const [commune] = province.communes;
	if (!commune) throw new Error('The province has communes.');
	const officer = await makeAccount(database, 'officer', 'reporter', commune.id);
	const other = await makeAccount(database, 'other', 'reporter', province.provinceId);
	return { ...province, commune, officer, other };
}

async function send(
	database: Database,
	actor: Actor,
	rows: unknown[][],
	kind: TeamFileKind = 'appendix',
	on = day,
): Promise<string> {
	const head = kind === 'appendix' ? heading : memberHeading;
	const files = [{ name: 'a.xlsx', content: await workbook([head, ...rows]) }];
	const taken = await takeImport(database, actor, { kind, day: on, files }, now);
	if (!('id' in taken)) throw new Error(taken.refused.refusal);
	return taken.id;
}

const preview = (database: Database, actor: Actor, id: string) =>
	readImport(database, actor, id, { state: undefined, page: 1 });

/** Each row as its state, its changes and what is wrong with it. */
async function told(database: Database, actor: Actor, id: string): Promise<string[]> {
	const { rows } = await preview(database, actor, id);
	return rows.map(({ state, changes, problems, notes }) =>
		[
			state,
			...changes.map(({ field, from, to }) => `${field} ${from}→${to}`),
			...problems.map(({ address, rule }) => `${address} ${rule}`),
			...notes.map(({ rule }) => rule),
		].join(', '),
	);
}

async function store(
	database: Database,
	actor: Actor,
	rows: unknown[][],
	kind?: TeamFileKind,
	on?: string,
) {
	const id = await send(database, actor, rows, kind, on);
	const before = await told(database, actor, id);
	expect(await confirmImport(database, actor, id, now)).toBe(true);
	return before;
}

const an = 'Nguyễn Văn An\nTrưởng thôn';

describeDatabase('files about teams', (handle) => {
	const rolled = (
		body: (database: Database, made: Awaited<ReturnType<typeof setUp>>) => Promise<void>,
	) => rolledBack(handle(), async (database) => body(database, await setUp(database)));

	describe('a list of teams', () => {
		it('shows what each row means and stores nothing until it is confirmed', () =>
			rolled(async (database, { officer, commune }) => {
				const rows = [
					[1, 'Xã 0', 'Thôn 1', 5, an, 912345678],
					[2, null, 'Thôn 2', 3, null, null],
					[3, null, 'Thôn 9', 3, null, null],
					[
						4,
						null,
						'Tổ công nghệ số cộng đồng xã',
						15,
						'Lê Văn Bé, Chủ tịch UBND xã',
						'0912.000.111',
					],
				];
				const id = await send(database, officer, rows);
				expect(await told(database, officer, id)).toEqual([
					'changed, fullName →Nguyễn Văn An, position →Trưởng thôn, phone →0912345678, members 0→5',
					'changed, members 0→3',
					'wrong, C4 unknownVillage',
					'new, fullName →Lê Văn Bé, position →Chủ tịch UBND xã, phone →0912000111, members →15',
				]);
				expect(await database.select().from(teamMember)).toEqual([]);

				expect(await confirmImport(database, officer, id, now)).toBe(true);
				const members = await database.select().from(teamMember);
				expect(
					members.map(({ fullName, role, phone, fromOn }) => [fullName, role, phone, fromOn]),
				).toEqual([
					['Nguyễn Văn An', 'leader', '0912345678', day],
					['Lê Văn Bé', 'leader', '0912000111', day],
				]);
				const own = await database.select().from(team).where(eq(team.unitId, commune.id));
				expect(own).toMatchObject([{ name: 'Tổ công nghệ số cộng đồng xã', foundedOn: day }]);
				const after = await preview(database, officer, id);
				expect(after.counts).toEqual({ new: 1, changed: 2, same: 0, wrong: 1 });
				expect(after.rows).toHaveLength(1);
				await expect(confirmImport(database, officer, id, now)).rejects.toMatchObject({
					status: 409,
				});

				const again = rows.filter((row) => row[2] !== 'Thôn 9');
				expect(await told(database, officer, await send(database, officer, again))).toEqual([
					'same',
					'same',
					'same',
				]);
			}));

		it('ends a former leader the day before, promotes a member, and corrects in place', () =>
			rolled(async (database, { officer }) => {
				await store(database, officer, [[1, 'Xã 0', 'Thôn 1', 5, an, '0912345678']]);
				await store(
					database,
					officer,
					[['98000-01', '', 'Trần Thị Bình', 'Thành viên', 'Bí thư Đoàn', 'x', '0987654321', 'x']],
					'roster',
				);
				const corrected = [[1, 'Xã 0', 'Thôn 1', 2, 'Nguyễn Văn Ân\nTrưởng thôn', '']];
				expect(await store(database, officer, corrected)).toEqual([
					'changed, fullName Nguyễn Văn An→Nguyễn Văn Ân',
				]);
				const replaced = [[1, 'Xã 0', 'Thôn 1', 5, 'Bà Trần Thị Bình', '']];
				expect(await store(database, officer, replaced, 'appendix', '2022-08-01')).toEqual([
					'changed, fullName Nguyễn Văn Ân→Trần Thị Bình, position Trưởng thôn→Bí thư Đoàn, phone 0912345678→0987654321, members 2→5',
				]);
				const members = await database.select().from(teamMember).orderBy(teamMember.id);
				expect(
					members.map(({ fullName, role, fromOn, untilOn }) => [fullName, role, fromOn, untilOn]),
				).toEqual([
					['Nguyễn Văn Ân', 'leader', day, '2022-08-01'],
					['Trần Thị Bình', 'member', day, '2022-08-01'],
					['Trần Thị Bình', 'leader', '2022-08-01', null],
				]);
				expect(members[2]).toMatchObject({
					continuesId: members[1]?.id,
					youth: true,
					skills: [1],
					phone: '0987654321',
				});
			}));

		it('says why a row is wrong', () =>
			rolled(async (database, { officer, other }) => {
				await store(database, officer, [[1, 'Xã 0', 'Thôn 1', 5, an, '']]);
				const rows = [
					[1, 'Xã 1', 'Thôn 1', 5, an, ''],
					[1, 'Xã 0', 'Thôn 2', 'năm', an, '12'],
					[2, null, 'Thôn 3', 5, an, ''],
					[3, null, 'Tổ CNSCĐ thôn 3', 5, an, ''],
					[1, null, 'Thôn 1', 5, an, ''],
					[1, 'Xã 0', 'Thôn 1', 5, 'Lê Thị Mới', ''],
					[2, null, null, 5, an, ''],
					[3, null, 'Thôn 2', { formula: '1+1' }, an, ''],
				];
				expect(await told(database, officer, await send(database, officer, rows))).toEqual([
					'wrong, B2 unknownCommune',
					'wrong, F3 phone, D3 wholeNumber',
					'changed, fullName →Nguyễn Văn An, position →Trưởng thôn, members 0→5',
					'wrong, C5 duplicateInFile',
					'wrong, A6 noCommune',
					'wrong, E7 leaderSinceDay',
					'wrong, A8 noTeamName',
					'wrong, C9 duplicateInFile, D9 formula',
				]);
				expect(await told(database, other, await send(database, other, rows.slice(0, 1)))).toEqual([
					'changed, fullName →Nguyễn Văn An, position →Trưởng thôn, members 0→5',
				]);
			}));

		it('stores nothing when the register has moved since the preview', () =>
			rolled(async (database, { officer }) => {
				const rows = [[1, 'Xã 0', 'Thôn 1', 5, an, '']];
				const id = await send(database, officer, rows);
				await store(database, officer, rows);
				expect(await confirmImport(database, officer, id, now)).toBe(false);
				expect(await told(database, officer, id)).toEqual(['same']);
				expect(await database.select().from(teamMember)).toHaveLength(1);
			}));

		it('is read by nobody else, leaves no name in the log, and is forgotten after a day', () =>
			rolled(async (database, { officer, other }) => {
				const id = await send(database, officer, [[1, 'Xã 0', 'Thôn 1', 5, an, '0912345678']]);
				await expect(preview(database, other, id)).rejects.toMatchObject({ status: 404 });
				await expect(confirmImport(database, other, id, now)).rejects.toMatchObject({
					status: 404,
				});
				await confirmImport(database, officer, id, now);
				const entries = JSON.stringify(await database.select().from(auditLog));
				expect(entries).toContain('team.import');
				expect(entries).not.toContain('Văn An');
				expect(entries).not.toContain('0912345678');
				await forgetImports(database, new Date(now.getTime() + 23 * 3_600_000));
				expect(await database.select().from(teamImport)).toHaveLength(1);
				await forgetImports(database, new Date(now.getTime() + 25 * 3_600_000));
				expect(await database.select().from(teamImport)).toEqual([]);
				expect(await database.select().from(teamImportRow)).toEqual([]);
			}));

		it('is refused as a whole where it holds no list', () =>
			rolled(async (database, { officer }) => {
				const refusalOf = async (content: Uint8Array) =>
					takeImport(
						database,
						officer,
						{ kind: 'appendix', day, files: [{ name: 'b.xlsx', content }] },
						now,
					);
				expect(await refusalOf(await workbook([['Không có gì']]))).toEqual({
					refused: { name: 'b.xlsx', refusal: 'wrongSheet' },
				});
				expect(await refusalOf(await workbook([heading]))).toMatchObject({
					refused: { refusal: 'noRows' },
				});
				expect(await refusalOf(new Uint8Array(9))).toMatchObject({
					refused: { refusal: 'notAWorkbook' },
				});
				expect(await database.select().from(teamImport)).toEqual([]);
			}));
	});

	describe('a list of members', () => {
		const row = (name: string, role: string, from = '', until = '') => [
			'98000-01',
			'',
			name,
			role,
			'',
			'',
			'',
			'',
			'',
			from,
			until,
		];

		it('brings members, changes them, and lets them go on their last day', () =>
			rolled(async (database, { officer }) => {
				const rows = [
					[
						'98000-01',
						'',
						'Nguyễn Văn An',
						'Tổ trưởng',
						'Trưởng thôn',
						'không',
						912345678,
						'x',
						'',
						'01/05/2022',
					],
					[
						'98000-01',
						'',
						'Trần Thị Bình',
						'',
						'',
						'x',
						'',
						'',
						'x',
						new Date('2022-05-01T00:00:00Z'),
					],
				];
				const stored = await store(database, officer, rows, 'roster');
				expect(stored.map((line) => line.split(',')[0])).toEqual(['new', 'new']);
				expect(
					await told(database, officer, await send(database, officer, rows, 'roster')),
				).toEqual(['same', 'same']);
				expect(
					await store(database, officer, [row('Trần Thị Bình', '', '', '31/12/2022')], 'roster'),
				).toEqual(['changed, untilOn →2022-12-31']);
				const [bình] = await database
					.select()
					.from(teamMember)
					.where(and(eq(teamMember.fullName, 'Trần Thị Bình')));
				expect(bình).toMatchObject({ untilOn: '2023-01-01', youth: true, skills: [2] });
			}));

		it('ends the former leader the day before the next one, unless the file says that both lead', () =>
			rolled(async (database, { officer }) => {
				await store(database, officer, [row('Nguyễn Văn An', 'Tổ trưởng')], 'roster');
				const both = [
					row('Nguyễn Văn An', 'Tổ trưởng'),
					row('Lê Thị Mới', 'Tổ trưởng', '01/08/2022'),
				];
				expect(
					await told(database, officer, await send(database, officer, both, 'roster')),
				).toEqual(
					['wrong, D2 twoLeaders', 'wrong, D3 twoLeaders'].map(
						(text) => expect.stringContaining(text.split(', ')[1] ?? '') as string,
					),
				);
				const stored = await store(database, officer, [both[1] ?? []], 'roster');
				expect(stored).toEqual([expect.stringContaining('formerLeader Nguyễn Văn An→2022-07-31')]);
				const demoted = [row('Lê Thị Mới', 'Thành viên', '01/10/2022')];
				await store(database, officer, demoted, 'roster', '2022-10-01');
				const members = await database.select().from(teamMember).orderBy(teamMember.id);
				expect(
					members.map(({ fullName, role, fromOn, untilOn }) => [fullName, role, fromOn, untilOn]),
				).toEqual([
					['Nguyễn Văn An', 'leader', day, '2022-08-01'],
					['Lê Thị Mới', 'leader', '2022-08-01', '2022-10-01'],
					['Lê Thị Mới', 'member', '2022-10-01', null],
				]);
			}));

		it('says why a row is wrong', () =>
			rolled(async (database, { officer }) => {
				const rows = [
					['98001-01', '', 'Nguyễn Văn An'],
					['98000-09', '', 'Nguyễn Văn An'],
					['98000-01', 'Tổ lạ', 'Nguyễn Văn An'],
					['98000-01', '', 'Nguyễn Văn An', 'trùm', '', 'có lẽ', '12'],
					row('Trần Thị Bình', '', '31/02/2022'),
					row('Trần Thị Bình', '', '01/05/2022', '01/04/2022'),
					row('Trần Thị Bình', '', '01/01/2020'),
				];
				expect(
					await told(database, officer, await send(database, officer, rows, 'roster')),
				).toEqual([
					'wrong, A2 unknownUnit',
					'wrong, A3 unknownUnit',
					'wrong, B4 unknownTeam',
					expect.stringMatching(/role.*yesOrNo.*phone|phone.*yesOrNo/) as string,
					'wrong, J6 day',
					expect.stringContaining('K7 untilBeforeFrom') as string,
					expect.stringContaining('J8 beforeTeam') as string,
				]);
			}));
	});
});
