import { eq, sql, type SQL } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { Actor, Role } from '../contracts/accounts';
import type { PlanChange, TaskContent } from '../contracts/plans';
import type { Database } from '../server/db/client';
import { plan, planHistory } from '../server/db/schema';
import { ForbiddenError, NotFoundError } from '../server/errors';

/** Who plans for a unit and says that a task is done. */
const keeperRoles: readonly Role[] = ['reporter', 'approver', 'administrator'];

/** Sub-query for the ids of the units that the actor plans for. */
export const plannedUnits = (actor: Actor): SQL =>
	sql`(${sql.join(
		keeperRoles.map((role) => sql`select id from ${reachedUnits(actor, role)} kept_as`),
		sql` union `,
	)})`;

export const keepsPlansOf = (database: Database, actor: Actor, unitId: number): Promise<boolean> =>
	mayActOn(database, actor, keeperRoles, unitId);

/**
 * The plan, for whoever may change it.
 * @throws NotFoundError when there is none that the actor may see; ForbiddenError.
 */
export async function requirePlanKeeper(
	database: Database,
	actor: Actor,
	planId: number,
): Promise<typeof plan.$inferSelect> {
	const missing = `There is no plan ${planId}.`;
	const [found] = await database.select().from(plan).where(eq(plan.id, planId));
	if (!found) throw new NotFoundError(missing);
	await requireKeeping(database, actor, { unitId: found.unitId, missing });
	return found;
}

/**
 * That the actor may change what stands in a unit's plan.
 * @param missing the message for what doesn't exist: what is out of sight answers the same.
 * @throws NotFoundError, ForbiddenError
 */
export async function requireKeeping(
	database: Database,
	actor: Actor,
	{ unitId, missing }: { unitId: number; missing: string },
): Promise<void> {
	await requireSight(database, actor, { roles: ['viewer'], unitId, missing });
	if (!(await keepsPlansOf(database, actor, unitId)))
		throw new ForbiddenError('The account does not keep the plans of that unit.');
}

/** Writes one line of a plan's history, within the transaction of what it tells. */
export async function recordChange(
	database: Database,
	actor: Actor,
	entry: {
		planId: number;
		taskId?: number;
		unitId?: number;
		change: PlanChange;
		reason?: string;
		before?: TaskContent;
		at: Date;
	},
): Promise<void> {
	await database.insert(planHistory).values({ ...entry, byAccountId: actor.accountId });
}
