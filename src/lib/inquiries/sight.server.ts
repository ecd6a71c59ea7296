import { eq, sql, type SQL } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { reachedUnits } from '../accounts/access/reach.server';
import { unitColumns } from '../admin-units/home.server';
import type { Actor, Role } from '../contracts/accounts';
import type { Unit } from '../contracts/admin-units';
import { queryRows, type Database } from '../server/db/client';
import { adminUnit, inquiry } from '../server/db/schema';
import { NotFoundError } from '../server/errors';

export interface SeenInquiry {
	inquiry: typeof inquiry.$inferSelect;
	/** Who asks. */
	unit: Unit;
	/** Whether the actor stands on the asker's side, and sees everything. */
	isAskers: boolean;
	/** Condition on `asked.unit_id`: the asked units of which the actor sees more than the questions. */
	sees: SQL;
}

/**
 * An inquiry for whoever may see it: on the asker's side, or, once it was sent, at or above a unit that
 * was asked. What units answered may name people: it is seen in one of the roles that act.
 * @throws NotFoundError for anybody else.
 */
export async function seeInquiry(
	database: Database,
	actor: Actor,
	id: number,
	roles: readonly Role[] = ['viewer'],
): Promise<SeenInquiry> {
	const seen = await findInquiry(database, actor, id, roles);
	if (!seen) throw new NotFoundError(`There is no inquiry ${id}.`);
	return seen;
}

/** The same; undefined where there is none for the actor. */
export async function findInquiry(
	database: Database,
	actor: Actor,
	id: number,
	roles: readonly Role[],
): Promise<SeenInquiry | undefined> {
	const [found] = await database
		.select({ inquiry, unit: unitColumns })
		.from(inquiry)
		.innerJoin(adminUnit, eq(adminUnit.id, inquiry.unitId))
		.where(eq(inquiry.id, id));
	if (!found) return undefined;
	if (await mayActOn(database, actor, roles, found.unit.id))
		return { ...found, isAskers: true, sees: sql`true` };
	const reached = sql.join(
		roles.map((role) => sql`asked.unit_id in ${reachedUnits(actor, role)}`),
		sql` or `,
	);
	// Only what was sent has units that were asked.
	const own = await queryRows<{ id: number }>(
		database,
		sql`select asked.unit_id as id from inquiry_recipient asked
			where asked.inquiry_id = ${id} and (${reached}) limit 1`,
	);
	return own.length === 0 ? undefined : { ...found, isAskers: false, sees: sql`(${reached})` };
}

/** Condition: the actor may speak for `asked.unit_id`. */
export const speaksFor = (
	actor: Actor,
): SQL => sql`(asked.unit_id in ${reachedUnits(actor, 'reporter')}
	or asked.unit_id in ${reachedUnits(actor, 'approver')})`;
