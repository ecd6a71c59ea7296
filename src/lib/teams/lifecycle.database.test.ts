import { describeDatabase, rolledBack } from '../../../tests/database';
import { readTeamCount } from '../coverage/wall/read-teams.server';
import { readRequiredReports } from '../coverage/required.server';
import { ensurePeriods } from '../reports/periods/periods.server';
import { adminUnit, auditLog, teamMember, teamMerger } from '../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../server/errors';
import { countTeams, sortLines } from './list/lines';
import { readTeamLines } from './list/read-lines.server';
import { readCommonLabels, saveNaming } from './naming/naming.server';
import { mergeTeams } from './merger/merge-teams.server';
import { undoMerger } from './merger/undo-merger.server';
import { addPaper, removePaper, servePaper } from './papers/papers.server';
import { saveMembers } from './save-members.server';
import { saveTeams } from './save-teams.server';
import { closeTeam } from './team/close-team.server';
import { openTeam } from './team/open-team.server';
import { reopenObstacle, reopenTeam } from './team/reopen-team.server';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { setUpTeams } from '../../../tests/database/teams';

const day = '2026-11-10';

describeDatabase('the life of teams', (handle) => {
	it('shows names to those who keep the team, writes that down, and shows others counts', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first, reporter } = await setUpTeams(database);
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
			const { officer, first, people } = await setUpTeams(database);
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

	it('closes with its members, once', () =>
		rolledBack(handle(), async (database) => {
			const { officer, first } = await setUpTeams(database);
			await closeTeam(database, officer, first, '2026-11-01');
			expect((await openTeam(database, officer, first, '2026-10-31')).counts.members).toBe(2);
			expect((await openTeam(database, officer, first, '2026-11-01')).counts.members).toBe(0);
			await expect(closeTeam(database, officer, first, '2026-11-02')).rejects.toThrow(
				ConflictError,
			);
		}));

	it('is reopened where its closing was wrong, with whom the closing ended', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first, people, village } = await setUpTeams(database);
			await saveMembers(database, officer, [
				{
					id: people[1],
					teamId: first,
					fullName: 'Trần Thị Bình',
					fromOn: '2022-04-15',
					untilOn: '2025-01-01',
				},
			]);
			const reopen = (reason = 'ghi nhầm tổ', actor = officer) =>
				reopenTeam(database, actor, first, reason, new Date('2026-11-10T03:00:00Z'));
			await expect(reopen()).rejects.toThrow('open');
			await closeTeam(database, officer, first, '2026-11-01');
			await expect(reopen('', officer)).rejects.toThrow(InvalidError);
			await expect(reopen('ghi nhầm tổ', viewer)).rejects.toThrow(ForbiddenError);
			expect(await reopenObstacle(database, first)).toBeNull();
			await reopen();
			const seen = await openTeam(database, officer, first, day);
			expect(seen.team.closedOn).toBeNull();
			expect(seen.people?.roster.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn An']);
			expect(seen.reopenings).toMatchObject([{ closedOn: '2026-11-01', reason: 'ghi nhầm tổ' }]);
			expect((await openTeam(database, viewer, first, day)).reopenings).toEqual([]);
			const logged = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'team.reopen'));
			expect(logged).toMatchObject([{ subject: `team:${first}` }]);
			expect(JSON.stringify(logged)).not.toContain('nhầm');
			await closeTeam(database, officer, first, '2026-11-01');
			await saveTeams(database, officer, [
				{ unitId: village.id, name: 'Tổ Đề án 06', kind: 'project06', foundedOn: '2026-11-02' },
			]);
			expect(await reopenObstacle(database, first)).toBeNull();
			await saveTeams(database, officer, [
				{ unitId: village.id, name: 'Tổ mới của thôn', foundedOn: '2026-11-02' },
			]);
			await expect(reopen()).rejects.toThrow('replaced');
		}));

	it('is not reopened by itself when it closed in a merger, or never was', () =>
		rolledBack(handle(), async (database) => {
			const { officer, first, merge } = await setUpTeams(database);
			const now = new Date('2026-11-10T03:00:00Z');
			const merged = await mergeTeams(database, officer, merge, now);
			expect(await reopenObstacle(database, first)).toBe('merged');
			const [merger] = await database.select().from(teamMerger);
			await undoMerger(database, officer, merger?.id ?? 0, now);
			expect(await reopenObstacle(database, first)).toBe('open');
			expect(await reopenObstacle(database, merged)).toBe('neverWas');
			await closeTeam(database, officer, first, '2026-11-05');
			expect(await reopenObstacle(database, first)).toBeNull();
		}));

	it('keeps three kinds of team in one village apart, each with its own people', () =>
		rolledBack(handle(), async (database) => {
			const { officer, village, first } = await setUpTeams(database);
			const foundedOn = '2022-08-01';
			const [project06 = 0, youth = 0] = await saveTeams(database, officer, [
				{ unitId: village.id, name: 'Tổ Đề án 06', kind: 'project06', foundedOn },
				{ unitId: village.id, name: 'Tổ Đề án 5299', kind: 'youth5299', foundedOn },
			]);
			await saveMembers(database, officer, [
				{ teamId: project06, fullName: 'Bùi Văn Sáu', role: 'leader', fromOn: foundedOn },
				{ teamId: youth, fullName: 'Hồ Thị Bảy', role: 'leader', youth: true, fromOn: foundedOn },
				{ teamId: youth, fullName: 'Ngô Văn Tám', youth: true, fromOn: foundedOn },
			]);
			const here = (await readTeamLines(database, officer, day)).filter(
				({ unit }) => unit.id === village.id,
			);
			const listed = sortLines(here).map(({ team }) => [team?.id, team?.kind, team?.members]);
			expect(listed).toEqual([
				[first, 'cnscd', 2],
				[project06, 'project06', 1],
				[youth, 'youth5299', 2],
			]);
			expect(countTeams(here)).toMatchObject({ villages: 1, villagesWithTeam: 1, teams: 3 });
		}));

	it('owes one report for a village with two teams, and none once both are closed', () =>
		rolledBack(handle(), async (database) => {
			const { officer, commune, village, first } = await setUpTeams(database);
			const [project06] = await saveTeams(database, officer, [
				{ unitId: village.id, name: 'Tổ Đề án 06', kind: 'project06', foundedOn: '2022-05-01' },
				{ unitId: commune.id, name: 'Tổ của xã', foundedOn: '2022-05-01' },
			]);
			const period = (await ensurePeriods(database, ['2026-11'])).get('2026-11');
			if (!period) throw new Error('The period was made.');
			const required = async () =>
				(await readRequiredReports(database, [commune.id], period)).get(commune.id)
					?.reportsRequired;
			expect(await required()).toBe(2);
			// The wall counts villages that report: the commune's own team isn't one.
			expect(await readTeamCount(database, commune.id, period, null)).toBe(2);
			await closeTeam(database, officer, first, '2026-10-01');
			expect(await required()).toBe(2);
			await closeTeam(database, officer, project06 ?? 0, '2026-10-01');
			expect(await required()).toBe(1);
		}));
	it('counts units with a team, members and youths where the actor may look', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer } = await setUpTeams(database);
			expect(countTeams(await readTeamLines(database, officer, day))).toEqual({
				villages: 2,
				villagesWithTeam: 2,
				communes: 1,
				communesWithTeam: 0,
				communesWithBoard: 0,
				teams: 2,
				members: 3,
				named: 3,
				withoutRoster: 0,
				youths: 1,
			});
			expect(countTeams(await readTeamLines(database, viewer, day))).toMatchObject({
				villages: 4,
				communes: 2,
			});
			expect(countTeams(await readTeamLines(database, viewer, '2022-04-14')).teams).toBe(0);
		}));

	it('names the Zalo group as the province does', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, officer, viewer, provinceId, first } = await setUpTeams(database);
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
			const lines = await readTeamLines(database, viewer, day);
			expect(await readCommonLabels(database, lines)).toEqual({ cnscd: 'Tổ số' });
			const elsewhere = { unitIds: [0] };
			expect(await readCommonLabels(database, [...lines, elsewhere])).toEqual({});
		}));

	it('keeps papers with their scans for those who keep the team', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first } = await setUpTeams(database);
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
			const { provinceId, administrator } = await setUpTeams(database);
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
