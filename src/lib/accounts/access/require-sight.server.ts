import type { Actor, Role } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import { mayActOn } from './may-act-on.server';

/**
 * What somebody may not see answers like what doesn't exist: nobody finds out by counting up.
 * @param missing the message for what doesn't exist.
 * @throws NotFoundError
 */
export async function requireSight(
	database: Database,
	actor: Actor,
	{ roles, unitId, missing }: { roles: readonly Role[]; unitId: number; missing: string },
): Promise<void> {
	if (!(await mayActOn(database, actor, roles, unitId))) throw new NotFoundError(missing);
}
