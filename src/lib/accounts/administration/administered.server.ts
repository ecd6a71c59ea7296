import { sql, type SQL } from 'drizzle-orm';
import type { Actor, RoleGrant } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import type { account } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { findAccount } from '../find-account.server';
import { mayActOn } from '../access/may-act-on.server';
import { reachedUnits } from '../access/reach.server';
import { isCurrent } from '../../server/db/unit-tree';

/**
 * Whether the actor administers every province of today. Then they see what belongs to no unit too:
 * accounts without a role, and what the command line did.
 */
export async function administersAll(database: Database, actor: Actor): Promise<boolean> {
	const [answer] = await queryRows<{ all: boolean }>(
		database,
		sql`select count(*) > 0 and bool_and(id in ${reachedUnits(actor, 'administrator')}) as all
			from admin_unit where level = 'province' and ${isCurrent('admin_unit')}`,
	);
	return answer?.all ?? false;
}

/**
 * A condition on `account.id`: an account is administered by whoever is administrator of all its
 * units. One that reaches farther than the actor is out of their hands, and out of their sight.
 */
export async function isAdministered(database: Database, actor: Actor): Promise<SQL> {
	const all = await administersAll(database, actor);
	return sql`(${all} or exists (select 1 from role_grant granted where granted.account_id = account.id))
		and not exists (
			select 1 from role_grant beyond where beyond.account_id = account.id
			and beyond.unit_id not in ${reachedUnits(actor, 'administrator')}
		)`;
}

/**
 * @param actor null for the command line, which may do anything.
 * @throws NotFoundError also for an account that exists beyond the actor's units.
 */
export async function requireAdministered(
	database: Database,
	actor: Actor | null,
	name: string,
): Promise<typeof account.$inferSelect> {
	const found = await findAccount(database, name);
	if (actor === null) return found;
	const [administered] = await queryRows<{ id: number }>(
		database,
		sql`select account.id from account
			where account.id = ${found.id} and ${await isAdministered(database, actor)}`,
	);
	if (!administered) throw new NotFoundError(`There is no account named ${name}.`);
	return found;
}

/**
 * Nobody gives a role that they couldn't take: only within their own units, and at least one.
 * @throws ForbiddenError
 */
export async function requireMayGrant(
	database: Database,
	actor: Actor,
	grants: readonly RoleGrant[],
): Promise<void> {
	for (const { unitId } of grants)
		if (!(await mayActOn(database, actor, ['administrator'], unitId)))
			throw new ForbiddenError('This account administers another unit.');
	if (grants.length === 0 && !(await administersAll(database, actor)))
		throw new ForbiddenError('An account without a role belongs to no unit.');
}
