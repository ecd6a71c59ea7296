import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import type { Database } from '../server/db/client';
import { auditLog, team, teamMember } from '../server/db/schema';
import { InvalidError } from '../server/errors';
import { readMemberCounts } from './members/read-counts.server';
import { saveMembers } from './save-members.server';
import { saveTeams } from './save-teams.server';

async function setUp(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [commune, other] = province.communes;
	const [village, second] = commune?.villages ?? [];
	if (!commune || !other || !village || !second) throw new Error('The province has villages.');
	const officer = await makeAccount(database, 'officer', 'approver', commune.id);
	const villager = await makeAccount(database, 'villager', 'reporter', village.id);
	const viewer = await makeAccount(database, 'viewer', 'viewer', province.provinceId);
	const [existing] = await database.select().from(team).where(eq(team.unitId, village.id));
	if (!existing) throw new Error('The village has a team.');
	return { ...province, commune, other, village, second, officer, villager, viewer, existing };
}

/** The faults as `field rule`. */
async function faultsOf(saving: Promise<unknown>): Promise<string[]> {
	try {
		await saving;
	} catch (thrown) {
		if (!(thrown instanceof InvalidError)) throw thrown;
		return thrown.problems.map(({ field, rule }) => `${field} ${rule}`);
	}
	return [];
}

const newTeam = { name: 'Tổ Đề án 06', kind: 'project06', foundedOn: '2022-05-01' };
const an = { fullName: 'Nguyễn Văn An', fromOn: '2022-05-01' };

describeDatabase('keeping teams', (handle) => {
	describe('saveTeams', () => {
		it('adds and changes in one go, in the order of the rows, and leaves a trace', () =>
			rolledBack(handle(), async (database) => {
				const { officer, village, second, existing } = await setUp(database);
				const ids = await saveTeams(database, officer, [
					{ ...newTeam, unitId: second.id },
					{
						id: existing.id,
						unitId: village.id,
						name: 'Tổ thôn Một',
						foundedOn: existing.foundedOn,
						zaloGroupLink: 'https://zalo.me/g/abcdef123',
					},
					{ ...newTeam, unitId: village.id },
				]);
				expect(ids[1]).toBe(existing.id);
				const rows = await database.select().from(team);
				const named = (id: number | undefined) => rows.find((row) => row.id === id);
				expect(named(ids[0])).toMatchObject({ unitId: second.id, kind: 'project06' });
				expect(named(ids[1])).toMatchObject({ name: 'Tổ thôn Một', kind: 'cnscd' });
				expect(named(ids[2])).toMatchObject({ unitId: village.id, kind: 'project06' });
				const [entry] = await database
					.select()
					.from(auditLog)
					.where(eq(auditLog.action, 'team.save'));
				expect(entry).toMatchObject({
					accountId: officer.accountId,
					details: { added: 2, changed: 1 },
				});
			}));

		it('stores nothing when one row is wrong, and names every fault', () =>
			rolledBack(handle(), async (database) => {
				const { officer, village, second, other, existing, commune } = await setUp(database);
				const before = await database.$count(team);
				expect(
					await faultsOf(
						saveTeams(database, officer, [
							{ ...newTeam, unitId: second.id, foundedOn: '2023-02-30' },
							{ ...newTeam, unitId: village.id, zaloGroupLink: 'https://zalo.me.evil.example/x' },
						]),
					),
				).toEqual(['0.foundedOn schema.check', '1.zaloGroupLink schema.regex']);
				expect(
					await faultsOf(
						saveTeams(database, officer, [
							{ ...newTeam, unitId: other.id },
							{ ...newTeam, unitId: village.id, name: existing.name.toUpperCase() },
							{ ...newTeam, unitId: second.id, id: 999_999 },
							{ ...newTeam, unitId: commune.id },
						]),
					),
				).toEqual(['0.unitId notYourUnit', '2.id unknownTeam', '1.name sameName']);
				expect(await database.$count(team)).toBe(before);
			}));

		it('lets a village describe its team, but not found or close one', () =>
			rolledBack(handle(), async (database) => {
				const { villager, viewer, village, existing } = await setUp(database);
				const described = {
					id: existing.id,
					unitId: village.id,
					name: 'Tổ ta',
					foundedOn: '2022-04-15',
				};
				expect(await faultsOf(saveTeams(database, villager, [described]))).toEqual([]);
				expect(
					await faultsOf(saveTeams(database, villager, [{ ...described, closedOn: '2023-01-01' }])),
				).toEqual(['0.unitId notYoursToDecide']);
				expect(
					await faultsOf(saveTeams(database, villager, [{ ...newTeam, unitId: village.id }])),
				).toEqual(['0.unitId notYoursToDecide']);
				expect(await faultsOf(saveTeams(database, viewer, [described]))).toEqual([
					'0.unitId notYourUnit',
				]);
			}));
	});

	describe('saveMembers', () => {
		it('keeps where somebody comes from when others say nothing of it, and goes on with the same person', () =>
			rolledBack(handle(), async (database) => {
				const { officer, existing } = await setUp(database);
				const [id] = await saveMembers(database, officer, [
					{ ...an, teamId: existing.id, organisationKind: 'teacher', smartphone: false },
				]);
				await saveMembers(database, officer, [
					{ ...an, id, teamId: existing.id, position: 'Hiệu trưởng', untilOn: '2023-01-01' },
					{ ...an, teamId: existing.id, fromOn: '2023-01-01', role: 'deputy', continuesId: id },
				]);
				const counts = { unknown: 0, withSmartphone: 0, withoutSmartphone: 1 };
				for (const day of ['2022-06-01', '2023-06-01'])
					expect(await readMemberCounts(database, [existing.id], day)).toEqual({
						...counts,
						kinds: [{ kind: 'teacher', members: 1 }],
					});
			}));

		it('stores what a spreadsheet leaves of a phone as a phone, and never writes it into the log', () =>
			rolledBack(handle(), async (database) => {
				const { villager, existing } = await setUp(database);
				const [id] = await saveMembers(database, villager, [
					{ ...an, teamId: existing.id, role: 'leader', phone: '912 345 678', skills: [3, 1, 3] },
				]);
				const [row] = await database
					.select()
					.from(teamMember)
					.where(eq(teamMember.id, id ?? 0));
				expect(row).toMatchObject({ phone: '0912345678', skills: [1, 3], role: 'leader' });
				expect(row?.badgeToken).toMatch(/^[\w-]{22}$/);
				const log = JSON.stringify(await database.select().from(auditLog));
				expect(log).toContain('member.save');
				expect(log).not.toMatch(/An|912/);
			}));

		it('replaces a leader without losing who led before', () =>
			rolledBack(handle(), async (database) => {
				const { officer, existing } = await setUp(database);
				const leader = { ...an, teamId: existing.id, role: 'leader' };
				const [id] = await saveMembers(database, officer, [leader]);
				const next = { teamId: existing.id, fullName: 'Trần Thị Bình', role: 'leader' };
				expect(
					await faultsOf(saveMembers(database, officer, [{ ...next, fromOn: '2023-01-01' }])),
				).toEqual(['0.role twoLeaders']);
				await saveMembers(database, officer, [
					{ ...next, fromOn: '2023-01-01' },
					{ ...leader, id, untilOn: '2023-01-01' },
				]);
				const rows = await database
					.select()
					.from(teamMember)
					.where(eq(teamMember.teamId, existing.id))
					.orderBy(teamMember.fromOn);
				expect(rows.map(({ fullName, untilOn }) => [fullName, untilOn])).toEqual([
					['Nguyễn Văn An', '2023-01-01'],
					['Trần Thị Bình', null],
				]);
			}));

		it('keeps members inside the life of their team, and out of the teams of others', () =>
			rolledBack(handle(), async (database) => {
				const { villager, officer, second, existing } = await setUp(database);
				const [foreign] = await saveTeams(database, officer, [
					{ ...newTeam, unitId: second.id, closedOn: '2023-01-01' },
				]);
				expect(
					await faultsOf(
						saveMembers(database, officer, [
							{ ...an, teamId: existing.id, fromOn: '2021-01-01' },
							{ ...an, teamId: foreign },
							{ ...an, teamId: existing.id, id: 999_999 },
							{ ...an, teamId: existing.id, phone: '12' },
						]),
					),
				).toEqual(['3.phone schema.check']);
				expect(
					await faultsOf(
						saveMembers(database, officer, [
							{ ...an, teamId: existing.id, fromOn: '2021-01-01' },
							{ ...an, teamId: foreign },
							{ ...an, teamId: existing.id, id: 999_999 },
						]),
					),
				).toEqual(['0.fromOn beforeTeam', '1.untilOn afterTeam', '2.id unknownMember']);
				expect(
					await faultsOf(saveMembers(database, villager, [{ ...an, teamId: foreign }])),
				).toEqual(['0.teamId notYourTeam']);
			}));
	});
});
