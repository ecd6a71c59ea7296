import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../tests/database/province';
import { readRequiredReports } from '../coverage/required.server';
import { ensurePeriods } from '../reports/periods.server';
import { submitReports } from '../reports/submit.server';
import type { Database } from '../server/db/client';
import { adminUnit, auditLog, compositionRule, team, teamMember } from '../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../server/errors';
import { readBadge } from './badges/read-badge.server';
import { renewBadge } from './badges/renew-badge.server';
import { countTeams } from './list/lines';
import { countBrokenRules, readTeamLines } from './list/read-lines.server';
import { mergeTeams } from './merger/merge-teams.server';
import { undoMerger } from './merger/undo-merger.server';
import { saveNaming } from './naming/naming.server';
import { addPaper, removePaper, servePaper } from './papers/papers.server';
import { addRule, closeRule } from './rules/save-rule.server';
import { syncCompositionRules } from './rules/sync.server';
import { saveMembers } from './save-members.server';
import { saveTeams } from './save-teams.server';
import { closeTeam } from './team/close-team.server';
import { openTeam } from './team/open-team.server';

const day = '2026-11-10';
const now = new Date('2026-11-10T03:00:00Z');

async function setUp(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [commune] = province.communes;
	const [village, second] = commune?.villages ?? [];
	if (!commune || !village || !second) throw new Error('The province has villages.');
	const { provinceId } = province;
	const officer = await makeAccount(database, 'officer', 'approver', commune.id);
	const viewer = await makeAccount(database, 'viewer', 'viewer', provinceId);
	const administrator = await makeAccount(database, 'administrator', 'administrator', provinceId);
	const teamOf = async (unitId: number) => {
		const [found] = await database.select().from(team).where(eq(team.unitId, unitId));
		if (!found) throw new Error('The village has a team.');
		return found.id;
	};
	const [first, other] = [await teamOf(village.id), await teamOf(second.id)];
	const people = await saveMembers(database, officer, [
		{
			teamId: first,
			fullName: 'Nguyễn Văn An',
			role: 'leader',
			position: 'Trưởng thôn',
			fromOn: '2022-04-15',
			phone: '0912345678',
		},
		{
			teamId: first,
			fullName: 'Trần Thị Bình',
			organisation: 'Đoàn Thanh niên',
			youth: true,
			fromOn: '2022-04-15',
		},
		{ teamId: other, fullName: 'Lê Văn Cường', role: 'leader', fromOn: '2022-04-15' },
		{ teamId: other, fullName: 'Trần Thị Bình', fromOn: '2022-04-15', untilOn: '2026-01-01' },
	]);
	const merge = {
		teamIds: [first, other],
		unitId: village.id,
		name: 'Tổ liên thôn',
		kind: 'merged',
		mergedOn: '2026-11-01',
		leaderId: null,
		decision: '12/QĐ-UBND',
	};
	return {
		...province,
		commune,
		village,
		second,
		officer,
		viewer,
		administrator,
		first,
		other,
		people,
		merge,
	};
}

const tokenOf = async (database: Database, memberId: number | undefined) => {
	const [row] = await database
		.select()
		.from(teamMember)
		.where(eq(teamMember.id, memberId ?? 0));
	return row?.badgeToken ?? '';
};

describeDatabase('the life of teams', (handle) => {
	it('shows names to those who keep the team, writes that down, and shows others counts', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first, reporter } = await setUp(database);
			const seen = await openTeam(database, officer, first, day);
			expect(seen.people?.roster.map(({ fullName }) => fullName)).toEqual([
				'Nguyễn Văn An',
				'Trần Thị Bình',
			]);
			const before = await database.$count(auditLog, eq(auditLog.action, 'roster.read'));
			expect(before).toBe(1);
			const counted = await openTeam(database, viewer, first, day);
			expect(counted.people).toBeNull();
			expect(counted.counts).toEqual({ members: 2, leaders: 1, deputies: 0, youths: 1 });
			expect(JSON.stringify(counted)).not.toMatch(/An|0912345678/);
			expect(await database.$count(auditLog, eq(auditLog.action, 'roster.read'))).toBe(before);
			const stranger = { ...reporter, grants: [] };
			await expect(openTeam(database, stranger, first, day)).rejects.toThrow(NotFoundError);
		}));

	it('reads a roster as of any day', () =>
		rolledBack(handle(), async (database) => {
			const { officer, first, people } = await setUp(database);
			await saveMembers(database, officer, [
				{
					id: people[0],
					teamId: first,
					fullName: 'Nguyễn Văn An',
					role: 'leader',
					fromOn: '2022-04-15',
					untilOn: '2024-05-01',
				},
				{ teamId: first, fullName: 'Phạm Văn Dũng', role: 'leader', fromOn: '2024-05-01' },
			]);
			const leaderOn = async (on: string) =>
				(await openTeam(database, officer, first, on)).people?.roster.find(
					({ role }) => role === 'leader',
				)?.fullName;
			expect(await leaderOn('2024-04-30')).toBe('Nguyễn Văn An');
			expect(await leaderOn('2024-05-01')).toBe('Phạm Văn Dũng');
			const { people: today } = await openTeam(database, officer, first, day);
			expect(today?.former.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn An']);
		}));

	describe('a merger', () => {
		it('closes the teams, takes everybody over once and keeps the past readable', () =>
			rolledBack(handle(), async (database) => {
				const { officer, village, first, people, merge } = await setUp(database);
				const merged = await mergeTeams(database, officer, { ...merge, leaderId: people[2] }, now);
				const after = await openTeam(database, officer, merged, day);
				expect(after.people?.roster.map(({ fullName, role }) => [fullName, role])).toEqual([
					['Lê Văn Cường', 'leader'],
					['Nguyễn Văn An', 'deputy'],
					['Trần Thị Bình', 'member'],
				]);
				expect(after.mergers[0]?.sources).toHaveLength(2);
				expect(after.papers).toMatchObject([{ kind: 'merger', number: '12/QĐ-UBND' }]);
				const past = await openTeam(database, officer, first, '2026-10-31');
				expect(past.people?.roster).toHaveLength(2);
				expect(past.team.closedOn).toBe('2026-11-01');
				const lines = (await readTeamLines(database, officer, day)).filter(
					({ team: own }) => own !== null,
				);
				expect(lines.map(({ unit }) => unit.id)).toEqual([village.id]);
			}));

		it('is undone as if it never was', () =>
			rolledBack(handle(), async (database) => {
				const { officer, first, other, people, merge } = await setUp(database);
				const read = () =>
					Promise.all([first, other].map((id) => openTeam(database, officer, id, day)));
				const shown = (pages: Awaited<ReturnType<typeof read>>) =>
					pages.map(({ team: facts, people: members }) => [facts.closedOn, members]);
				const before = shown(await read());
				const merged = await mergeTeams(database, officer, merge, now);
				const [merger] = (await openTeam(database, officer, merged, day)).mergers;
				const token = await tokenOf(database, people[0]);
				expect(await readBadge(database, token, day)).toMatchObject({
					teamName: 'Tổ liên thôn',
					valid: true,
				});
				await undoMerger(database, officer, merger?.id ?? 0, now);
				expect(shown(await read())).toEqual(before);
				const lines = await readTeamLines(database, officer, day);
				expect(lines.some(({ team: own }) => own?.id === merged)).toBe(false);
				expect(await readBadge(database, token, day)).toMatchObject({ valid: true });
				expect((await readBadge(database, token, day))?.teamName).not.toBe('Tổ liên thôn');
				await expect(undoMerger(database, officer, merger?.id ?? 0, now)).rejects.toThrow(
					ConflictError,
				);
			}));

		it('stays once the unit has reported', () =>
			rolledBack(handle(), async (database) => {
				const { officer, reporter, village, merge } = await setUp(database);
				const merged = await mergeTeams(database, officer, merge, now);
				const [merger] = (await openTeam(database, officer, merged, day)).mergers;
				const [result] = await submitReports(
					database,
					reporter,
					[reportOf(village.code, '2026-10', 10, 100)],
					{ channel: 'form', now: new Date('2026-11-11T03:00:00Z') },
				);
				expect(result?.status).toBe('accepted');
				await expect(undoMerger(database, officer, merger?.id ?? 0, now)).rejects.toThrow(
					'reported',
				);
			}));

		it('is refused for closed teams, on days before somebody joined, and to villages', () =>
			rolledBack(handle(), async (database) => {
				const { officer, village, other, first, merge } = await setUp(database);
				const villager = await makeAccount(database, 'villager', 'reporter', village.id);
				await expect(mergeTeams(database, villager, merge, now)).rejects.toThrow(ForbiddenError);
				const rules = async () => {
					try {
						await mergeTeams(database, officer, merge, now);
						return [];
					} catch (thrown) {
						if (!(thrown instanceof InvalidError)) throw thrown;
						return thrown.problems.map(({ rule }) => rule);
					}
				};
				await saveMembers(database, officer, [
					{ teamId: first, fullName: 'Người Mới', fromOn: '2026-11-05' },
				]);
				expect(await rules()).toEqual(['membersLater']);
				await closeTeam(database, officer, other, '2026-10-01');
				expect(await rules()).toEqual(['membersLater', 'closedTeam']);
			}));
	});

	it('closes with its members, once', () =>
		rolledBack(handle(), async (database) => {
			const { officer, first } = await setUp(database);
			await closeTeam(database, officer, first, '2026-11-01');
			expect((await openTeam(database, officer, first, '2026-10-31')).counts.members).toBe(2);
			expect((await openTeam(database, officer, first, '2026-11-01')).counts.members).toBe(0);
			await expect(closeTeam(database, officer, first, '2026-11-02')).rejects.toThrow(
				ConflictError,
			);
		}));

	it('owes one report for a village with two teams, and none once both are closed', () =>
		rolledBack(handle(), async (database) => {
			const { officer, commune, village, first, merge } = await setUp(database);
			const [project06] = await saveTeams(database, officer, [
				{ unitId: village.id, name: 'Tổ Đề án 06', kind: 'project06', foundedOn: '2022-05-01' },
				{ unitId: commune.id, name: 'Tổ của xã', foundedOn: '2022-05-01' },
			]);
			const period = (await ensurePeriods(database, ['2026-11'])).get('2026-11');
			if (!period) throw new Error('The period was made.');
			const required = async () =>
				(await readRequiredReports(database, [commune.id], period)).get(commune.id);
			expect(await required()).toBe(2);
			await closeTeam(database, officer, first, '2026-10-01');
			expect(await required()).toBe(2);
			await closeTeam(database, officer, project06 ?? 0, '2026-10-01');
			expect(await required()).toBe(1);
			expect(merge.teamIds).toContain(first);
		}));

	it('owes one report for the merged team of two villages', () =>
		rolledBack(handle(), async (database) => {
			const { officer, commune, merge } = await setUp(database);
			await mergeTeams(database, officer, merge, now);
			const period = (await ensurePeriods(database, ['2026-11'])).get('2026-11');
			if (!period) throw new Error('The period was made.');
			expect((await readRequiredReports(database, [commune.id], period)).get(commune.id)).toBe(1);
		}));

	it('counts units with a team, members and youths where the actor may look', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer } = await setUp(database);
			expect(countTeams(await readTeamLines(database, officer, day))).toEqual({
				villages: 2,
				villagesWithTeam: 2,
				communes: 1,
				communesWithTeam: 0,
				teams: 2,
				members: 3,
				youths: 1,
			});
			expect(countTeams(await readTeamLines(database, viewer, day))).toMatchObject({
				villages: 4,
				communes: 2,
			});
			expect(countTeams(await readTeamLines(database, viewer, '2022-04-14')).teams).toBe(0);
		}));

	describe('a badge', () => {
		it('confirms team, commune and first name, and nothing else', () =>
			rolledBack(handle(), async (database) => {
				const { people } = await setUp(database);
				const badge = await readBadge(database, await tokenOf(database, people[0]), day);
				expect(badge).toEqual({
					name: 'An N.',
					teamName: 'Tổ 98000-01',
					unit: { kind: 'thon', name: 'Thôn 1' },
					commune: { kind: 'xa', name: 'Xã 0' },
					valid: true,
				});
				const ended = await readBadge(database, await tokenOf(database, people[3]), day);
				expect(ended?.valid).toBe(false);
				expect(await readBadge(database, 'x'.repeat(22), day)).toBeNull();
			}));

		it('is worth nothing once a new one is given', () =>
			rolledBack(handle(), async (database) => {
				const { officer, viewer, first, people } = await setUp(database);
				const old = await tokenOf(database, people[0]);
				const [next] = await saveMembers(database, officer, [
					{
						teamId: first,
						fullName: 'Nguyễn Văn An',
						role: 'deputy',
						fromOn: '2026-05-01',
						continuesId: people[0],
					},
					{
						id: people[0],
						teamId: first,
						fullName: 'Nguyễn Văn An',
						role: 'leader',
						fromOn: '2022-04-15',
						untilOn: '2026-05-01',
					},
				]);
				expect(await readBadge(database, old, day)).toMatchObject({ valid: true });
				await expect(renewBadge(database, viewer, first, next ?? 0)).rejects.toThrow(
					ForbiddenError,
				);
				await renewBadge(database, officer, first, next ?? 0);
				expect(await readBadge(database, old, day)).toBeNull();
				expect(await readBadge(database, await tokenOf(database, next), day)).toMatchObject({
					valid: true,
				});
			}));
	});

	describe('composition rules', () => {
		const rule = {
			level: 'village',
			kinds: ['cnscd'],
			validFrom: '2022-05-01',
			demand: { type: 'size', least: 3, most: null },
			document: 'Hướng dẫn 3/2022',
			clause: 'mục 1',
			wordingVi: 'Ít nhất ba người.',
			wordingEn: 'At least three people.',
		};

		it('bind the teams of their province from a day on, until they are closed', () =>
			rolledBack(handle(), async (database) => {
				const { administrator, officer, viewer, provinceId, first } = await setUp(database);
				await expect(addRule(database, officer, { ...rule, unitId: provinceId })).rejects.toThrow(
					ForbiddenError,
				);
				await expect(addRule(database, administrator, { ...rule, unitId: null })).rejects.toThrow(
					ForbiddenError,
				);
				const id = await addRule(database, administrator, { ...rule, unitId: provinceId });
				const checked = async (on: string) => (await openTeam(database, viewer, first, on)).rules;
				expect(await checked('2022-04-30')).toEqual([]);
				expect(await checked(day)).toMatchObject([
					{ lack: { kind: 'members', count: 1 }, rule: { clause: 'mục 1' } },
				]);
				const lines = await readTeamLines(database, viewer, day);
				expect((await countBrokenRules(database, lines, day)).get(first)).toBe(1);
				await closeRule(database, administrator, id, '2026-11-01');
				expect(await checked(day)).toEqual([]);
				expect(await checked('2026-10-31')).toHaveLength(1);
				await expect(closeRule(database, administrator, id, '2026-12-01')).rejects.toThrow(
					NotFoundError,
				);
			}));

		it('of the documents come with their province, and stay closed once they were', () =>
			rolledBack(handle(), async (database) => {
				await setUp(database);
				await syncCompositionRules(database);
				expect(await database.$count(compositionRule)).toBe(0);
				await database.insert(adminUnit).values({
					code: '38',
					level: 'province',
					kind: 'tinh',
					name: 'Thanh Hóa',
					searchName: 'thanh hoa',
					validFrom: '2004-01-01',
				});
				await syncCompositionRules(database);
				const stored = () =>
					database.select().from(compositionRule).orderBy(asc(compositionRule.id));
				expect((await stored()).map(({ code }) => code)).toEqual([
					'002-size',
					'002-village-head',
					'002-youth-union',
				]);
				await database
					.update(compositionRule)
					.set({ validTo: '2026-01-01' })
					.where(eq(compositionRule.code, '002-size'));
				await syncCompositionRules(database);
				expect((await stored())[0]?.validTo).toBe('2026-01-01');
			}));
	});

	it('names the Zalo group as the province does', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, officer, viewer, provinceId, first } = await setUp(database);
			const zalo = async () => (await openTeam(database, viewer, first, day)).zalo;
			expect(await zalo()).toEqual({ expected: 'CNS-Thôn Thôn 1-Xã Xã 0', standing: 'none' });
			const naming = {
				unitId: provinceId,
				labels: { cnscd: 'Tổ số', project06: '', youth5299: '', merged: '' },
				zaloPatterns: { village: '{thon} ({Xa})', commune: '', district: '' },
			};
			await expect(saveNaming(database, officer, naming)).rejects.toThrow(ForbiddenError);
			await saveNaming(database, administrator, naming);
			expect((await zalo()).expected).toBe('thôn Thôn 1 (Xã Xã 0)');
			expect((await openTeam(database, viewer, first, day)).labels).toEqual({ cnscd: 'Tổ số' });
		}));

	it('keeps papers with their scans for those who keep the team', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first } = await setUp(database);
			const scan = new File([Buffer.from('%PDF-1.7\n%âãÏÓ\n')], 'Quyết định.pdf');
			const founding = { kind: 'founding', number: '12/QĐ-UBND', issuedOn: '2022-04-15' };
			const id = await addPaper(database, officer, first, founding, scan);
			const answer = await servePaper(database, officer, first, id);
			expect(answer.headers.get('content-type')).toBe('application/pdf');
			await expect(servePaper(database, viewer, first, id)).rejects.toThrow(ForbiddenError);
			await expect(
				addPaper(database, officer, first, { kind: 'yearlyPlan', number: '1' }, null),
			).rejects.toThrow(InvalidError);
			const script = new File(['<script>'], 'a.pdf');
			await expect(addPaper(database, officer, first, founding, script)).rejects.toThrow(
				InvalidError,
			);
			expect((await openTeam(database, viewer, first, day)).papers).toMatchObject([
				{ number: '12/QĐ-UBND', fileName: 'Quyết định.pdf' },
			]);
			await removePaper(database, officer, first, id);
			expect((await openTeam(database, viewer, first, day)).papers).toEqual([]);
			await expect(servePaper(database, officer, first, id)).rejects.toThrow(NotFoundError);
		}));

	it('takes a province of 1,891 teams and 16,000 members in', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, administrator } = await setUp(database);
			await database.execute(
				sql`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
					select 'x' || n, 'village', 'thon', 'Thôn ' || n, 'thon ' || n, ${provinceId}, '2020-01-01'
					from generate_series(1, 1891) n`,
			);
			const units = await database
				.select({ id: adminUnit.id })
				.from(adminUnit)
				.where(sql`code like 'x%'`);
			const teams = await saveTeams(
				database,
				administrator,
				units.map(({ id }) => ({
					unitId: id,
					name: 'Tổ công nghệ số cộng đồng',
					foundedOn: '2022-04-15',
				})),
			);
			const members = await saveMembers(
				database,
				administrator,
				Array.from({ length: 16_000 }, (_, index) => ({
					teamId: teams[index % teams.length],
					fullName: `Người ${index}`,
					role: index < teams.length ? 'leader' : 'member',
					phone: `09${String(10_000_000 + index)}`,
					fromOn: '2022-04-15',
				})),
			);
			expect(new Set(members).size).toBe(16_000);
			const [last] = await database
				.select()
				.from(teamMember)
				.where(eq(teamMember.id, members.at(-1) ?? 0));
			expect(last).toMatchObject({ fullName: 'Người 15999', teamId: teams[15_999 % teams.length] });
		}));
});
