import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../../tests/database';
import { makeAccount, reportOf } from '../../../../../tests/database/province';
import { setUpTeams } from '../../../../../tests/database/teams';
import type { Database } from '../../../server/db/client';
import { submitReports } from '../../../reports/intake/submit.server';
import { auditLog, team, teamMergerBatch } from '../../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError } from '../../../server/errors';
import { saveMembers } from '../../save-members.server';
import { saveTeams } from '../../save-teams.server';
import { openTeam } from '../../team/open-team.server';
import { mergeMany } from './merge-many.server';
import { previewMany } from './preview.server';
import { readBulkPage } from './read-page.server';
import { undoMany } from './undo-many.server';

const now = new Date('2026-11-10T03:00:00Z');
const day = '2026-11-10';

/** Both villages of the first commune have a second team; only the first village's has a leader each. */
async function setUp(database: Database) {
	const made = await setUpTeams(database);
	const { officer, village, second, provinceId } = made;
	const added = { kind: 'project06', foundedOn: '2023-02-01' };
	const [more = 0, leaderless = 0] = await saveTeams(database, officer, [
		{ ...added, unitId: village.id, name: 'Tổ Đề án 06 Một' },
		{ ...added, unitId: second.id, name: 'Tổ Đề án 06 Hai' },
	]);
	const joined = { fromOn: '2023-02-01', role: 'leader' };
	await saveMembers(database, officer, [
		{ ...joined, teamId: more, fullName: 'Phạm Thị Dung', zaloContact: true },
		{ ...joined, teamId: more, fullName: 'Trần Thị Bình', role: 'member' },
		{ ...joined, teamId: leaderless, fullName: 'Hoàng Văn Em' },
	]);
	const manager = await makeAccount(database, 'manager', 'approver', provinceId);
	const order = { mergedOn: '2026-11-01', leaderOf: 'project06', decision: '86/QĐ-UBND' };
	return { ...made, more, leaderless, manager, order: { ...order, unitId: provinceId } };
}

describeDatabase('mergers of many villages', (handle) => {
	it('says of each village who would lead, and refuses one without a leader', () =>
		rolledBack(handle(), async (database) => {
			const { manager, order, village, second } = await setUp(database);
			const shown = async (leaderOf: string) =>
				(await previewMany(database, manager, { ...order, leaderOf })).villages.map((one) => [
					...[one.unit.id, one.leader, one.refusal, one.planned.roster.length],
				]);
			expect(await shown('project06')).toEqual([
				[village.id, 'Phạm Thị Dung', null, 3],
				[second.id, 'Hoàng Văn Em', null, 2],
			]);
			expect(await shown('cnscd')).toEqual([
				[village.id, 'Nguyễn Văn An', null, 3],
				[second.id, 'Lê Văn Cường', null, 2],
			]);
			expect((await shown('youth5299')).map(([, , refusal]) => refusal)).toEqual([
				'noLeader',
				'noLeader',
			]);
			const early = await previewMany(database, manager, { ...order, mergedOn: '2023-01-01' });
			expect(early.villages.map(({ refusal }) => refusal)).toEqual(['beforeTeam', 'beforeTeam']);
			expect(await database.$count(teamMergerBatch)).toBe(0);
		}));

	it('merges those that can be in one step, and leaves the others alone', () =>
		rolledBack(handle(), async (database) => {
			const { manager, officer, order, village, more, first, other, leaderless } =
				await setUp(database);
			await saveMembers(database, officer, [
				{ teamId: leaderless, fullName: 'Người Mới', fromOn: '2026-11-05' },
			]);
			const done = await mergeMany(database, manager, order, now);
			expect(done).toMatchObject({ merged: 1, left: 1 });
			const standing = await database.select().from(team).where(eq(team.unitId, village.id));
			const merged = standing.find(({ closedOn }) => closedOn === null);
			expect(merged).toMatchObject({ kind: 'merged', foundedOn: '2026-11-01' });
			const page = await openTeam(database, officer, merged?.id ?? 0, day);
			expect(
				page.people?.roster.map(({ fullName, role, zaloContact }) => [
					...[fullName, role, zaloContact],
				]),
			).toEqual([
				['Phạm Thị Dung', 'leader', true],
				['Nguyễn Văn An', 'deputy', false],
				['Trần Thị Bình', 'member', false],
			]);
			expect(page.mergers[0]?.sources.map(({ id }) => id)).toEqual([first, more]);
			expect(page.papers).toMatchObject([{ kind: 'merger', number: '86/QĐ-UBND' }]);
			expect((await openTeam(database, officer, first, day)).team.closedOn).toBe('2026-11-01');
			expect((await openTeam(database, officer, other, day)).team.closedOn).toBeNull();
			await expect(mergeMany(database, manager, order, now)).rejects.toThrow(InvalidError);
			const logged = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'team.mergeMany'));
			expect(logged).toMatchObject([{ details: { merged: 1, left: 1 } }]);
			expect((await readBulkPage(database, manager)).batches).toMatchObject([
				{ id: done.batchId, villages: 1, undone: 0 },
			]);
		}));

	it('is undone as a whole, but where somebody has reported since', () =>
		rolledBack(handle(), async (database) => {
			const { manager, officer, reporter, order, village, first, more, other } =
				await setUp(database);
			const before = (await openTeam(database, officer, other, day)).people;
			const { batchId, merged } = await mergeMany(database, manager, order, now);
			expect(merged).toBe(2);
			await submitReports(database, reporter, [reportOf(village.code, '2026-10', 10, 100)], {
				channel: 'form',
				now: new Date('2026-11-11T03:00:00Z'),
			});
			expect(await undoMany(database, manager, batchId, now)).toEqual({ undone: 1, left: 1 });
			const closing = async (id: number) =>
				(await openTeam(database, officer, id, day)).team.closedOn;
			expect(await closing(other)).toBeNull();
			expect((await openTeam(database, officer, other, day)).people).toEqual(before);
			expect([await closing(first), await closing(more)]).toEqual(['2026-11-01', '2026-11-01']);
			await expect(undoMany(database, manager, batchId, now)).rejects.toThrow(ConflictError);
			expect((await readBulkPage(database, manager)).batches).toMatchObject([{ undone: 1 }]);
		}));

	it('is for those who keep the area', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, order, commune, village } = await setUp(database);
			for (const [actor, unitId] of [
				[officer, order.unitId],
				[viewer, order.unitId],
				[officer, village.id],
			] as const)
				await expect(mergeMany(database, actor, { ...order, unitId }, now)).rejects.toThrow(
					ForbiddenError,
				);
			const { batchId } = await mergeMany(database, officer, { ...order, unitId: commune.id }, now);
			await expect(undoMany(database, viewer, batchId, now)).rejects.toThrow(ForbiddenError);
			expect((await readBulkPage(database, viewer)).units).toEqual([]);
		}));
});
