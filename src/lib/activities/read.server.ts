import { asc, eq } from 'drizzle-orm';
import { mayActOn } from '../accounts/may-act-on.server';
import { unitColumns } from '../admin-units/home.server';
import type { ActivityContent } from '../contracts/activities';
import type { Actor } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import type { Database } from '../server/db/client';
import { account, activity, activityChange, adminUnit, team } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';

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
 * @throws NotFoundError, ForbiddenError
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
	if (!found) throw new NotFoundError(`There is no activity ${id}.`);
	const { unit } = found;
	if (!(await mayActOn(database, actor, ['viewer'], unit.id)))
		throw new ForbiddenError('This account may not see that activity.');
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

function readChanges(database: Database, id: number): Promise<ActivityChange[]> {
	return database
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
}
