import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, reportOf } from '../../../../tests/database/province';
import { setUpTeams } from '../../../../tests/database/teams';
import { readMenu } from '../../accounts/access/start.server';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { assignAreas, readAreasOf } from '../../teams/members/assign-areas.server';
import { readSupporters } from '../../teams/support/read-supporters.server';
import { saveMembers } from '../../teams/save-members.server';
import { saveTeams } from '../../teams/save-teams.server';
import { submitReports } from '../intake/submit.server';
import { readAreas } from './areas.server';

const now = new Date('2026-11-10T03:00:00Z');

describeDatabase('areas that a member looks after', (handle) => {
	it('show at each village who of the commune’s board supports its team, by name to keepers', () =>
		rolledBack(handle(), async (database) => {
			const { officer, commune, village, second } = await setUpTeams(database);
			const [board = 0] = await saveTeams(database, officer, [
				{ unitId: commune.id, name: 'Ban chỉ đạo', kind: 'board', foundedOn: '2022-04-15' },
			]);
			const [secretary = 0, chair = 0] = await saveMembers(database, officer, [
				{ teamId: board, fullName: 'Đỗ Thị Giang', position: 'Bí thư Đoàn', fromOn: '2022-04-15' },
				{ teamId: board, fullName: 'Lý Văn Hòa', role: 'leader', fromOn: '2022-04-15' },
			]);
			const which = { teamId: board, memberId: secretary };
			const given = { areaIds: [village.id], accountName: '' };
			await assignAreas(database, officer, which, given);
			const at = (unitId: number, names = true, day = '2026-11-10') =>
				readSupporters(database, unitId, day, { names });
			expect(await at(village.id)).toMatchObject([
				{ memberId: secretary, fullName: 'Đỗ Thị Giang', team: { id: board } },
			]);
			expect((await at(village.id, false))[0]?.fullName).toBeNull();
			expect(await at(village.id, true, '2022-04-14')).toEqual([]);
			expect(await at(second.id)).toEqual([]);
			await assignAreas(database, officer, { ...which, memberId: chair }, given);
			expect((await at(village.id)).map(({ memberId }) => memberId)).toEqual([secretary, chair]);
		}));

	it('are shown to the member’s account with how they report, and follow a change of role', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, reporter, commune, village, second, communes } =
				await setUpTeams(database);
			const clerk = await makeAccount(database, 'clerk', 'viewer', commune.id);
			const [board = 0] = await saveTeams(database, officer, [
				{ unitId: commune.id, name: 'Ban chỉ đạo', kind: 'board', foundedOn: '2022-04-15' },
			]);
			const person = { teamId: board, fullName: 'Đỗ Thị Giang' };
			const [member = 0] = await saveMembers(database, officer, [
				{ ...person, fromOn: '2022-04-15' },
			]);
			const which = { teamId: board, memberId: member };
			const given = { areaIds: [village.id, village.id], accountName: ' Clerk ' };
			expect(await readMenu(database, clerk)).not.toMatchObject({ daily: [{ name: 'areas' }] });
			await assignAreas(database, officer, which, given);
			expect(await readAreasOf(database, member)).toEqual({
				...{ areaIds: [village.id], accountName: 'clerk' },
			});
			expect((await readMenu(database, clerk)).daily[0]?.name).toBe('areas');
			await submitReports(database, reporter, [reportOf(village.code, '2026-10', 10, 100)], {
				channel: 'form',
				now: new Date('2026-10-20T03:00:00Z'),
			});
			const { period, areas } = await readAreas(database, clerk, now);
			expect(period.code).toBe('2026-10');
			expect(areas).toMatchObject([{ code: village.code, timeliness: 'onTime' }]);
			expect((await readAreas(database, viewer, now)).areas).toEqual([]);

			await saveMembers(database, officer, [
				{ ...person, role: 'deputy', fromOn: '2026-01-01', continuesId: member },
				{ ...person, id: member, fromOn: '2022-04-15', untilOn: '2026-01-01' },
			]);
			expect((await readAreas(database, clerk, now)).areas).toHaveLength(1);

			const elsewhere = communes[1]?.villages[0]?.id ?? 0;
			const refused = async (change: Partial<typeof given>) =>
				expect(assignAreas(database, officer, which, { ...given, ...change })).rejects.toThrow(
					InvalidError,
				);
			await refused({ areaIds: [second.id, elsewhere] });
			await refused({ accountName: 'nobody.here' });
			await expect(assignAreas(database, viewer, which, given)).rejects.toThrow(ForbiddenError);
		}));
});
