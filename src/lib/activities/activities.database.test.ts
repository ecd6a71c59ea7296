import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { actionsOn, now, session, setUpLog } from '../../../tests/database/activity-log';
import { makeAccount } from '../../../tests/database/province';
import { team } from '../server/db/schema';
import { cancelActivity } from './cancel.server';
import { correctActivity } from './correct.server';
import { readDerivedCounts } from './read-derived-counts.server';
import { readActivity } from './read.server';

const november = { startsOn: '2026-11-01', endsOn: '2026-11-30' };

describeDatabase('the activity log', (handle) => {
	it('stores what a team noted down, and what its month comes to', () =>
		rolledBack(handle(), async (database) => {
			const { village, villageTeam, leader, record, list } = await setUpLog(database);
			const id = await record(session(village.id, { teamId: villageTeam.id, households: 25 }));
			await record(
				session(village.id, { kind: 'householdVisit', attendance: null, households: 7 }),
			);
			const view = await readActivity(database, leader, id);
			expect(view).toMatchObject({
				...{ id, attendance: 40, households: 25, heldOn: '2026-11-18', teamName: villageTeam.name },
				...{ recordedBy: 'leader', changes: [], mayChange: true },
			});
			const { activities, total, counts } = await list();
			expect(activities.map(({ kind }) => kind)).toEqual(['householdVisit', 'outreachSession']);
			expect(total).toBe(2);
			expect(counts).toEqual({ outreachSessions: 1, outreachAttendance: 40, householdTurns: 32 });
		}));

	it('stores the same thing once, however often it is sent', () =>
		rolledBack(handle(), async (database) => {
			const { village, record, list } = await setUpLog(database);
			const sent = session(village.id);
			const id = await record(sent);
			expect(await record(sent)).toBe(id);
			expect((await list()).total).toBe(1);
			expect(await actionsOn(database)).toHaveLength(1);
		}));

	it('derives each unit’s own counts of the period, without what was cancelled', () =>
		rolledBack(handle(), async (database) => {
			const { village, sibling, first, reporter, record } = await setUpLog(database);
			await record(session(village.id, { heldOn: '2026-11-01' }));
			await record(session(village.id, { heldOn: '2026-10-31', attendance: 999 }));
			await record(session(sibling.id, { attendance: 5 }), reporter);
			const cancelled = await record(session(sibling.id, { attendance: 600 }), reporter);
			await cancelActivity(database, reporter, cancelled, { reason: 'ghi nhầm thôn' }, now);
			const counts = await readDerivedCounts(
				database,
				[village.id, sibling.id, first.id],
				november,
			);
			expect([...counts]).toEqual([
				[village.id, { activities: 1, values: { outreachSessions: 1, outreachAttendance: 40 } }],
				[sibling.id, { activities: 1, values: { outreachSessions: 1, outreachAttendance: 5 } }],
			]);
			expect(await readDerivedCounts(database, [], november)).toEqual(new Map());
		}));

	it('is written by reporters of the unit alone, and read as far as a role reaches', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, village, sibling, approver, leader, record, list } =
				await setUpLog(database);
			await expect(record(session(sibling.id))).rejects.toThrow('nothing down');
			await expect(record(session(village.id), approver)).rejects.toThrow('nothing down');
			const id = await record(session(village.id));
			const officer = await makeAccount(database, 'officer', 'viewer', first.id);
			const stranger = await makeAccount(database, 'stranger', 'reporter', second.id);
			expect((await list(officer)).total).toBe(1);
			expect(await readActivity(database, officer, id)).toMatchObject({
				...{ mayChange: false, maySeePhoto: false },
			});
			expect(await list(stranger)).toEqual({ activities: [], total: 0, counts: {} });
			await expect(readActivity(database, stranger, id)).rejects.toThrow(`no activity ${id}`);
			await expect(
				correctActivity(
					database,
					stranger,
					id,
					{ ...session(0), reason: 'sửa số' },
					{ photo: null, now },
				),
			).rejects.toThrow(`no activity ${id}`);
			await expect(
				cancelActivity(database, approver, id, { reason: 'không có thật' }, now),
			).rejects.toThrow('may not change');
			await expect(readActivity(database, leader, id + 1000)).rejects.toThrow('no activity');
		}));

	it('keeps what a correction changed, and why', () =>
		rolledBack(handle(), async (database) => {
			const { village, leader, record, list } = await setUpLog(database);
			const id = await record(session(village.id));
			const correction = {
				...session(village.id, { attendance: 45 }),
				reason: 'đếm lại danh sách',
			};
			await correctActivity(database, leader, id, correction, { photo: null, now });
			const view = await readActivity(database, leader, id);
			expect(view).toMatchObject({ id, attendance: 45, place: 'Nhà văn hoá thôn' });
			expect(view.changes).toMatchObject([
				{
					...{ change: 'corrected', reason: 'đếm lại danh sách', changedBy: 'leader' },
					before: { attendance: 40, place: 'Nhà văn hoá thôn', topic: 'skill4' },
				},
			]);
			expect((await list()).counts).toMatchObject({ outreachAttendance: 45 });
		}));

	it('keeps a cancelled activity in the log, for good', () =>
		rolledBack(handle(), async (database) => {
			const { village, leader, record, list } = await setUpLog(database);
			const id = await record(session(village.id));
			await expect(cancelActivity(database, leader, id, { reason: 'x' }, now)).rejects.toThrow(
				'reason',
			);
			await cancelActivity(database, leader, id, { reason: 'hoãn vì mưa bão' }, now);
			const { activities, counts } = await list();
			expect(activities).toMatchObject([{ id, cancelled: true }]);
			expect(counts).toEqual({});
			for (const again of [
				() => cancelActivity(database, leader, id, { reason: 'hoãn vì mưa bão' }, now),
				() =>
					correctActivity(
						database,
						leader,
						id,
						{ ...session(0), reason: 'mở lại buổi này' },
						{ photo: null, now },
					),
			])
				await expect(again()).rejects.toThrow('cancelled');
		}));

	it('refuses days on which it cannot have happened', () =>
		rolledBack(handle(), async (database) => {
			const { village, villageTeam, sibling, leader, record } = await setUpLog(database);
			await expect(record(session(village.id, { heldOn: '2026-11-21' }))).rejects.toThrow('future');
			const early = { heldOn: '2022-04-14', teamId: villageTeam.id };
			await expect(record(session(village.id, early))).rejects.toThrow('not there');
			const [other] = await database.select().from(team).where(eq(team.unitId, sibling.id));
			await expect(record(session(village.id, { teamId: other?.id }))).rejects.toThrow('not there');
			const id = await record(session(village.id, { teamId: villageTeam.id }));
			await expect(
				correctActivity(
					database,
					leader,
					id,
					{ ...session(0, early), reason: 'ghi nhầm ngày' },
					{ photo: null, now },
				),
			).rejects.toThrow('not there');
		}));

	it('writes neither places nor reasons into the audit log', () =>
		rolledBack(handle(), async (database) => {
			const { village, leader, record } = await setUpLog(database);
			const id = await record(session(village.id, { note: 'bà Bưởi dự' }));
			await cancelActivity(database, leader, id, { reason: 'bà Bưởi báo hoãn' }, now);
			const text = JSON.stringify(await actionsOn(database));
			expect(text).toContain('activity.cancel');
			expect(text).not.toMatch(/Bưởi|Nhà văn hoá/);
		}));
});
