import { asc, eq } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { requireSight } from '../accounts/access/require-sight.server';
import { unitColumns } from '../admin-units/home.server';
import type { ActivityContent } from '../contracts/activities';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import type { Database } from '../server/db/client';
import { account, activity, activityChange, adminUnit, team } from '../server/db/schema';
import { NotFoundError } from '../server/errors';

export interface ActivityChange {
	change: 'corrected' | 'cancelled';
	reason: string;
	changedBy: string;
	changedAt: Date;
	before: ActivityContent;
}

export interface ActivityView extends ActivityContent {
	id: number;
	unit: Unit;
	teamName: string | null;
	recordedBy: string;
	recordedAt: Date;
	cancelledAt: Date | null;
	/** Oldest first. */
	changes: ActivityChange[];
	mayChange: boolean;
	maySeePhoto: boolean;
}

/**
 * One activity with all that became of it.
 * @throws NotFoundError
 */
export async function readActivity(
	database: Database,
	actor: Actor,
	id: number,
): Promise<ActivityView> {
	const [found] = await database
		.select({ activity, unit: unitColumns, teamName: team.name, recordedBy: account.displayName })
		.from(activity)
		.innerJoin(adminUnit, eq(adminUnit.id, activity.unitId))
		.innerJoin(account, eq(account.id, activity.recordedBy))
		.leftJoin(team, eq(team.id, activity.teamId))
		.where(eq(activity.id, id));
	const missing = `There is no activity ${id}.`;
	if (!found) throw new NotFoundError(missing);
	const { unit } = found;
	await requireSight(database, actor, { roles: ['viewer'], unitId: unit.id, missing });
	return {
		...found.activity,
		unit,
		teamName: found.teamName,
		recordedBy: found.recordedBy,
		changes: await readChanges(database, id),
		mayChange: await mayActOn(database, actor, ['reporter', 'administrator'], unit.id),
		maySeePhoto: await mayActOn(database, actor, photoRoles, unit.id),
	};
}

/** A photo shows people: whoever only reads figures doesn't need it. */
export const photoRoles = ['reporter', 'approver', 'administrator'] as const;

/** What stood there before the log asked for form, audiences and partners lacks them. */
const unasked = { form: 'faceToFace', audiences: [], partners: [] } as const;

async function readChanges(database: Database, id: number): Promise<ActivityChange[]> {
	const changes = await database
		.select({
			change: activityChange.change,
			reason: activityChange.reason,
			changedBy: account.displayName,
			changedAt: activityChange.changedAt,
			before: activityChange.before,
		})
		.from(activityChange)
		.innerJoin(account, eq(account.id, activityChange.changedBy))
		.where(eq(activityChange.activityId, id))
		.orderBy(asc(activityChange.id));
	return changes.map((change) => ({ ...change, before: { ...unasked, ...change.before } }));
}
