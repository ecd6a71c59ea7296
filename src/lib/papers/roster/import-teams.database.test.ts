import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount } from '../../../../tests/database/province';
import type { Database } from '../../server/db/client';
import {
	auditLog,
	compositionRule,
	team,
	teamImport,
	teamImportRow,
	teamMember,
} from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { countTeams } from '../../teams/list/lines';
import { countBrokenRules, readTeamLines } from '../../teams/list/read-lines.server';
import { confirmRoster } from '../../teams/team/confirm-roster.server';
import { openTeam } from '../../teams/team/open-team.server';
import { confirmImport } from './confirm-import.server';
import { forgetImports } from './forget-imports.server';
import { takeImport } from './take-import.server';
import {
	an,
	day,
	heading,
	now,
	preview,
	send,
	setUp,
	store,
	told,
	workbook,
} from '../../../../tests/database/team-files';

describeDatabase('a file with a list of teams', (handle) => {
	const rolled = (
		body: (database: Database, made: Awaited<ReturnType<typeof setUp>>) => Promise<void>,
	) => rolledBack(handle(), async (database) => body(database, await setUp(database)));

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

	it('counts what it states in totals until the roster is complete, and never calls a team short', () =>
		rolled(async (database, { officer, commune }) => {
			const [village] = commune.villages;
			await store(database, officer, [
				[1, 'Xã 0', 'Thôn 1', 5, an, '0912345678'],
				[2, null, 'Thôn 2', 4, 'Lê Văn Bé\nTrưởng phố', '0912000111'],
			]);
			const [rule] = await database
				.insert(compositionRule)
				.values({
					level: 'village',
					kinds: ['cnscd'],
					validFrom: '2022-01-01',
					demand: { type: 'size', least: 3, most: null },
					document: 'Hướng dẫn',
					clause: 'mục 1',
					wordingVi: 'Ít nhất ba người.',
					wordingEn: 'At least three.',
				})
				.returning();
			const lines = () => readTeamLines(database, officer, day);
			const counts = async () => {
				const { members, named, withoutRoster } = countTeams(await lines());
				return { members, named, withoutRoster };
			};
			expect(await counts()).toEqual({ members: 9, named: 2, withoutRoster: 3 });
			expect(await countBrokenRules(database, await lines(), day)).toEqual(new Map());
			const [first] = await database
				.select()
				.from(team)
				.where(eq(team.unitId, village?.id ?? 0));
			const page = () => openTeam(database, officer, first?.id ?? 0, day);
			expect(await page()).toMatchObject({
				size: { members: 5, roster: 1, stated: 5, complete: false },
				rules: [{ rule: { id: rule?.id }, lack: null }],
			});
			await confirmRoster(database, officer, first?.id ?? 0, day);
			expect(await counts()).toEqual({ members: 5, named: 2, withoutRoster: 2 });
			expect((await page()).rules).toMatchObject([{ lack: { kind: 'members', count: 2 } }]);
			const other = await makeAccount(database, 'xem', 'viewer', commune.id);
			await expect(confirmRoster(database, other, first?.id ?? 0, null)).rejects.toThrow(
				ForbiddenError,
			);
			await confirmRoster(database, officer, first?.id ?? 0, null);
			expect(await counts()).toMatchObject({ members: 9 });
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
				'changed, fullName Nguyễn Văn An→Nguyễn Văn Ân, members 5→2',
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
				refused: { name: 'b.xlsx', refusal: 'wrongSheet', place: null },
			});
			expect(await refusalOf(await workbook([heading]))).toMatchObject({
				refused: { refusal: 'noRows', place: null },
			});
			expect(await refusalOf(new Uint8Array(9))).toMatchObject({
				refused: { refusal: 'notAWorkbook', place: null },
			});
			expect(await database.select().from(teamImport)).toEqual([]);
		}));
});
