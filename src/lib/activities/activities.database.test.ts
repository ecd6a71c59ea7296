import { eq, like } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeAccount, makeProvince } from '../../../tests/database/province';
import type { Database } from '../server/db/client';
import { auditLog, storedFile, team } from '../server/db/schema';
import { cancelActivity } from './cancel.server';
import { correctActivity } from './correct.server';
import { readHolders, readRecentPlaces } from './holders.server';
import { loadMessages, loadWorkMessages } from '../messages';
import { createFormat } from '../messages/format';
import { exportActivities } from './export.server';
import { listActivities } from './list.server';
import { readDerivedCounts } from './read-derived-counts.server';
import { readActivity } from './read.server';
import { recordActivity } from './record.server';
import { servePhoto } from './serve-photo.server';

const now = new Date('2026-11-20T03:00:00Z');
const november = { startsOn: '2026-11-01', endsOn: '2026-11-30' };
/** The smallest picture there is: one transparent pixel. */
const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);
const pointsOf = (picture: Buffer) => sharp(picture).ensureAlpha().raw().toBuffer();
/** As a camera leaves it, with the place behind the picture. */
const photo = () => new File([png, 'GPS 21.3311N 106.3989E'], 'buoi-tuyen-truyen.png');

let keys = 0;
const session = (unitId: number, change: Record<string, unknown> = {}) => ({
	key: `key-${String((keys += 1)).padStart(6, '0')}`,
	unitId,
	kind: 'outreachSession',
	topic: 'skill4',
	heldOn: '2026-11-18',
	place: 'Nhà văn hoá thôn',
	attendance: 40,
	...change,
});

describeDatabase('the activity log', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		const [village, sibling] = first?.villages ?? [];
		if (!first || !second || !village || !sibling) throw new Error('two communes of two villages');
		const [villageTeam] = await database.select().from(team).where(eq(team.unitId, village.id));
		if (!villageTeam) throw new Error('each village has a team');
		const leader = await makeAccount(database, 'leader', 'reporter', village.id);
		const record = (input: unknown, by = leader, photo: File | null = null) =>
			recordActivity(database, by, input, { photo, now });
		const list = (by = leader, change: Partial<Parameters<typeof listActivities>[2]> = {}) =>
			listActivities(database, by, {
				...{ month: '2026-11', kind: null, searchName: '', page: 1, pageSize: 50 },
				...change,
			});
		return { ...province, first, second, village, sibling, villageTeam, leader, record, list };
	};
	const actionsOn = (database: Database) =>
		database
			.select({ action: auditLog.action, details: auditLog.details })
			.from(auditLog)
			.where(like(auditLog.action, 'activity.%'))
			.orderBy(auditLog.id);

	it('stores what a team noted down, and what its month comes to', () =>
		rolledBack(handle(), async (database) => {
			const { village, villageTeam, leader, record, list } = await setUp(database);
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
			const { village, record, list } = await setUp(database);
			const sent = session(village.id);
			const id = await record(sent);
			expect(await record(sent)).toBe(id);
			expect((await list()).total).toBe(1);
			expect(await actionsOn(database)).toHaveLength(1);
		}));

	it('derives each unit’s own counts of the period, without what was cancelled', () =>
		rolledBack(handle(), async (database) => {
			const { village, sibling, first, reporter, record } = await setUp(database);
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
				await setUp(database);
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
			const { village, leader, record, list } = await setUp(database);
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
			const { village, leader, record, list } = await setUp(database);
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
			const { village, villageTeam, sibling, leader, record } = await setUp(database);
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

	it('keeps photos, without what a camera adds, for those who need them, and each look on record', () =>
		rolledBack(handle(), async (database) => {
			const { village, first, leader, approver, record } = await setUp(database);
			const id = await record(session(village.id), leader, photo());
			const seen = await servePhoto(database, approver, id);
			expect(seen.headers.get('content-type')).toBe('image/png');
			const kept = Buffer.from(await seen.arrayBuffer());
			expect(await pointsOf(kept)).toEqual(await pointsOf(png));
			expect(kept.includes('GPS')).toBe(false);
			const officer = await makeAccount(database, 'officer', 'viewer', first.id);
			await expect(servePhoto(database, officer, id)).rejects.toThrow('has no photo');
			const without = await record(session(village.id));
			await expect(servePhoto(database, leader, without)).rejects.toThrow('no photo');
			expect((await actionsOn(database)).map(({ action }) => action)).toEqual([
				'activity.record',
				'activity.seePhoto',
				'activity.record',
			]);
		}));

	it('refuses a photo that is none, and stores nothing then', () =>
		rolledBack(handle(), async (database) => {
			const { village, leader, record, list } = await setUp(database);
			const refused = async (file: File, rule: string) =>
				expect(record(session(village.id), leader, file)).rejects.toMatchObject({
					problems: [{ field: 'photo', rule }],
				});
			await refused(new File(['không phải ảnh'], 'anh.png'), 'fileOfOtherKind');
			await refused(new File([png.subarray(0, png.length / 2)], 'anh.png'), 'fileDamaged');
			expect(await database.select().from(storedFile)).toEqual([]);
			expect((await list()).total).toBe(0);
		}));

	it('writes neither places nor reasons into the audit log', () =>
		rolledBack(handle(), async (database) => {
			const { village, leader, record } = await setUp(database);
			const id = await record(session(village.id, { note: 'bà Bưởi dự' }));
			await cancelActivity(database, leader, id, { reason: 'bà Bưởi báo hoãn' }, now);
			const text = JSON.stringify(await actionsOn(database));
			expect(text).toContain('activity.cancel');
			expect(text).not.toMatch(/Bưởi|Nhà văn hoá/);
		}));

	it('finds a month by kind, by unit and by the unit above, page by page', () =>
		rolledBack(handle(), async (database) => {
			const { village, second, reporter, record, list } = await setUp(database);
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
			const { village, reporter, record, list } = await setUp(database);
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
				await setUp(database);
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
