import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { session, setUpLog } from '../../../tests/database/activity-log';
import { makeAccount } from '../../../tests/database/province';
import { team } from '../server/db/schema';
import { readHolders, readRecentPlaces } from './holders.server';
import { loadMessages, loadWorkMessages } from '../messages';
import { createFormat } from '../messages/format';
import { exportActivities } from './export.server';

describeDatabase('activities that are looked for', (handle) => {
	it('finds a month by kind, by unit and by the unit above, page by page', () =>
		rolledBack(handle(), async (database) => {
			const { village, second, reporter, record, list } = await setUpLog(database);
			for (const heldOn of ['2026-11-03', '2026-11-04', '2026-11-05'])
				await record(session(village.id, { heldOn }), reporter);
			await record(session(second.id, { kind: 'memberClass' }), reporter);
			expect((await list(reporter, { kind: 'memberClass' })).counts).toEqual({
				...{ memberClasses: 1, memberClassAttendance: 40 },
			});
			expect((await list(reporter, { searchName: 'xa 0' })).total).toBe(3);
			expect((await list(reporter, { searchName: 'thon 1' })).total).toBe(3);
			expect((await list(reporter, { searchName: 'thon 9' })).total).toBe(0);
			expect((await list(reporter, { month: '2026-10' })).total).toBe(0);
			const secondPage = await list(reporter, { page: 2, pageSize: 3 });
			expect(secondPage.activities.map(({ heldOn }) => heldOn)).toEqual(['2026-11-03']);
			expect(secondPage.counts).toMatchObject({ outreachSessions: 3, memberClasses: 1 });
		}));

	it('finds what was online, who it was for and with whom, and writes it into a table', () =>
		rolledBack(handle(), async (database) => {
			const { village, reporter, record, list } = await setUpLog(database);
			await record(session(village.id), reporter);
			await record(
				session(village.id, {
					...{ form: 'online', audiences: ['pupils', 'elderly'], heldOn: '2026-11-05' },
					partners: [{ kind: 'bank', name: 'Agribank' }],
				}),
				reporter,
			);
			for (const filter of [
				{ form: 'online' },
				{ audience: 'elderly' },
				{ partner: 'bank' },
			] as const)
				expect((await list(reporter, filter)).activities).toMatchObject([{ form: 'online' }]);
			expect((await list(reporter, { form: 'online', audience: 'traders' })).total).toBe(0);
			const selection = { month: '2026-11', kind: null, searchName: '', form: 'online' } as const;
			const { activities: t } = await loadWorkMessages('vi');
			const format = createFormat('vi', await loadMessages('vi'));
			const [heads, ...rows] = await exportActivities(database, reporter, selection, { t, format });
			expect(heads).toContain('Đối tượng');
			expect(rows).toHaveLength(1);
			expect(rows[0]?.slice(3, 6)).toEqual([
				...['Trực tuyến', 'Học sinh, sinh viên, Người cao tuổi', 'Ngân hàng Agribank'],
			]);
		}));

	it('offers units and their teams, the one used last first', () =>
		rolledBack(handle(), async (database) => {
			const { first, village, sibling, villageTeam, reporter, leader, approver, record } =
				await setUpLog(database);
			const offered = (by = reporter, limit = 50) =>
				readHolders(database, by, { day: '2026-11-20', searchName: '', limit });
			expect((await offered(leader)).holders).toMatchObject([
				{ unitId: village.id, teamId: villageTeam.id, teamName: null },
			]);
			expect(await offered(approver)).toEqual({ holders: [], total: 0 });
			const officer = await makeAccount(database, 'officer', 'reporter', first.id);
			expect((await offered(officer)).holders.map(({ unitId }) => unitId)).toEqual([
				...[first.id, village.id, sibling.id],
			]);
			await record(session(sibling.id, { place: 'Sân đình' }), officer);
			expect((await offered(officer, 1)).holders).toMatchObject([{ unitId: sibling.id }]);
			expect((await offered(officer, 1)).total).toBe(3);
			expect(await readRecentPlaces(database, officer)).toEqual(['Sân đình']);
			await database
				.insert(team)
				.values({ unitId: village.id, name: 'Tổ Đề án 06', foundedOn: '2023-01-01' });
			expect((await offered(leader)).holders.map(({ teamName }) => teamName)).toEqual([
				villageTeam.name,
				'Tổ Đề án 06',
			]);
		}));
});
