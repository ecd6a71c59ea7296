import { eq, like } from 'drizzle-orm';
import { listActivities } from '../../src/lib/activities/list.server';
import { recordActivity } from '../../src/lib/activities/record.server';
import type { Database } from '../../src/lib/server/db/client';
import { auditLog, team } from '../../src/lib/server/db/schema';
import { makeAccount, makeProvince } from './province';

export const now = new Date('2026-11-20T03:00:00Z');

let keys = 0;
/** An outreach session of a unit as it is noted down. */
export const session = (unitId: number, change: Record<string, unknown> = {}) => ({
	key: `key-${String((keys += 1)).padStart(6, '0')}`,
	unitId,
	kind: 'outreachSession',
	topic: 'skill4',
	heldOn: '2026-11-18',
	place: 'Nhà văn hoá thôn',
	attendance: 40,
	...change,
});

/** Two communes of two villages, and a leader of the first village. */
export async function setUpLog(database: Database) {
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
}

/** What the audit log says was done to activities, in order. */
export const actionsOn = (database: Database) =>
	database
		.select({ action: auditLog.action, details: auditLog.details })
		.from(auditLog)
		.where(like(auditLog.action, 'activity.%'))
		.orderBy(auditLog.id);
