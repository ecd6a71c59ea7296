import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import type { Database } from '../../server/db/client';
import { teamMember } from '../../server/db/schema';
import { confirmImport } from './confirm-import.server';
import { exportTeams } from './export-teams.server';
import { takeImport } from './take-import.server';
import {
	day,
	now,
	send,
	setUp,
	store,
	told,
	workbook,
} from '../../../../tests/database/team-files';

describeDatabase('a file with a list of members', (handle) => {
	const rolled = (
		body: (database: Database, made: Awaited<ReturnType<typeof setUp>>) => Promise<void>,
	) => rolledBack(handle(), async (database) => body(database, await setUp(database)));

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
			expect(await told(database, officer, await send(database, officer, rows, 'roster'))).toEqual([
				'same',
				'same',
			]);
			expect(
				await store(database, officer, [row('Trần Thị Bình', '', '', '31/12/2022')], 'roster'),
			).toEqual(['changed, untilOn →2022-12-31']);
			const [bình] = await database
				.select()
				.from(teamMember)
				.where(and(eq(teamMember.fullName, 'Trần Thị Bình')));
			expect(bình).toMatchObject({ untilOn: '2023-01-01', youth: true, skills: [2] });
		}));

	it('takes in where somebody comes from and whether they have a smartphone, and gives both out', () =>
		rolled(async (database, { officer, commune }) => {
			const unit = commune.villages[0]?.code ?? '';
			const wide = ['Mã đơn vị', 'Họ và tên', 'Lực lượng', 'Điện thoại thông minh', 'Điện thoại'];
			const sendWide = async (...rows: unknown[][]) => {
				const files = [{ name: 'a.xlsx', content: await workbook([wide, ...rows]) }];
				const taken = await takeImport(database, officer, { kind: 'roster', day, files }, now);
				if (!('id' in taken)) throw new Error(taken.refused.refusal);
				return taken.id;
			};
			const rows = [
				[unit, 'Trần Thị Thử', 'giáo viên', 'x', '0912000111'],
				[unit, 'Trần Văn Mẫu', 'Công an', 'không', ''],
			];
			const id = await sendWide(...rows);
			expect((await told(database, officer, id))[0]).toMatch(
				/^new,.*organisationKind →teacher, smartphone →yes/,
			);
			expect(await confirmImport(database, officer, id, now)).toBe(true);
			const stored = await database.select().from(teamMember).orderBy(teamMember.id);
			expect(stored).toMatchObject([
				{ organisationKind: 'teacher', smartphone: true, phone: '0912000111' },
				{ organisationKind: 'police', smartphone: false },
			]);
			const wanted = { file: 'roster', unit: commune.code, day } as const;
			const { content } = await exportTeams(database, officer, wanted);
			const again = { kind: 'roster', day, files: [{ name: 'b.xlsx', content }] } as const;
			const back = await takeImport(database, officer, again, now);
			if (!('id' in back)) throw new Error(back.refused.refusal);
			expect(await told(database, officer, back.id)).toEqual(['same', 'same']);
			const wrong = await sendWide([unit, 'Trần Thị Thử', 'Nhạc công', '', '']);
			expect(await told(database, officer, wrong)).toEqual(['wrong, C2 origin']);
		}));

	it('ends the former leader the day before the next one, unless the file says that both lead', () =>
		rolled(async (database, { officer }) => {
			await store(database, officer, [row('Nguyễn Văn An', 'Tổ trưởng')], 'roster');
			const both = [
				row('Nguyễn Văn An', 'Tổ trưởng'),
				row('Lê Thị Mới', 'Tổ trưởng', '01/08/2022'),
			];
			expect(await told(database, officer, await send(database, officer, both, 'roster'))).toEqual(
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
			expect(await told(database, officer, await send(database, officer, rows, 'roster'))).toEqual([
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
