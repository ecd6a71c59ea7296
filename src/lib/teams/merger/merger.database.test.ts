import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, reportOf } from '../../../../tests/database/province';
import { readRequiredReports } from '../../coverage/required.server';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { submitReports } from '../../reports/intake/submit.server';
import { ConflictError, ForbiddenError, InvalidError } from '../../server/errors';
import { readBadge } from '../badges/read-badge.server';
import { readTeamLines } from '../list/read-lines.server';
import { mergeTeams } from './merge-teams.server';
import { undoMerger } from './undo-merger.server';
import { saveMembers } from '../save-members.server';
import { readRegistryFigures } from '../registry/read-figures.server';
import { closeTeam } from '../team/close-team.server';
import { openTeam } from '../team/open-team.server';
import { expect, it } from 'vitest';
import { setUpTeams, tokenOf } from '../../../../tests/database/teams';

const day = '2026-11-10';
const now = new Date('2026-11-10T03:00:00Z');

describeDatabase('a merger of teams', (handle) => {
	it('closes the teams, takes everybody over once and keeps the past readable', () =>
		rolledBack(handle(), async (database) => {
			const { officer, village, first, people, merge } = await setUpTeams(database);
			const merged = await mergeTeams(database, officer, { ...merge, leaderId: people[2] }, now);
			const after = await openTeam(database, officer, merged, day);
			expect(after.people?.roster.map(({ fullName, role }) => [fullName, role])).toEqual([
				['Lê Văn Cường', 'leader'],
				['Nguyễn Văn An', 'deputy'],
				['Trần Thị Bình', 'member'],
			]);
			expect(after.mergers[0]?.sources).toHaveLength(2);
			expect(after.team.reestablishedOn).toBe('2026-11-01');
			expect(after.papers).toMatchObject([{ kind: 'merger', number: '12/QĐ-UBND' }]);
			const registry = (on: string) =>
				readRegistryFigures(database, [village.id], on).then(
					(figures) => figures.get(village.id)?.reestablished,
				);
			expect([await registry('2026-10-31'), await registry(day)]).toEqual([0, 1]);
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
			const { officer, first, other, people, merge } = await setUpTeams(database);
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
			const { officer, reporter, village, merge } = await setUpTeams(database);
			const merged = await mergeTeams(database, officer, merge, now);
			const [merger] = (await openTeam(database, officer, merged, day)).mergers;
			const [result] = await submitReports(
				database,
				reporter,
				[reportOf(village.code, '2026-10', 10, 100)],
				{ channel: 'form', now: new Date('2026-11-11T03:00:00Z') },
			);
			expect(result?.status).toBe('accepted');
			await expect(undoMerger(database, officer, merger?.id ?? 0, now)).rejects.toThrow('reported');
		}));

	it('is refused for closed teams, on days before somebody joined, and to villages', () =>
		rolledBack(handle(), async (database) => {
			const { officer, village, other, first, merge } = await setUpTeams(database);
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

	it('owes one report for the merged team of two villages', () =>
		rolledBack(handle(), async (database) => {
			const { officer, commune, merge } = await setUpTeams(database);
			await mergeTeams(database, officer, merge, now);
			const period = (await ensurePeriods(database, ['2026-11'])).get('2026-11');
			if (!period) throw new Error('The period was made.');
			expect(
				(await readRequiredReports(database, [commune.id], period)).get(commune.id)
					?.reportsRequired,
			).toBe(1);
		}));
});
