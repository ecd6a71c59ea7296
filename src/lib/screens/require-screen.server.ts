import { and, eq, isNull } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import type { Actor, Role } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import { NotFoundError } from '../server/errors';

/**
 * A screen in use, for whoever holds the role on its unit; until the transaction ends nobody else changes it.
 * @throws NotFoundError also for one of another unit.
 */
export async function requireScreen(
	transaction: Database,
	actor: Actor,
	role: Role,
	screenId: number,
): Promise<typeof screen.$inferSelect> {
	const [found] = await transaction
		.select()
		.from(screen)
		.where(and(eq(screen.id, screenId), isNull(screen.revokedAt)))
		.for('update');
	if (!found || !(await mayActOn(transaction, actor, [role], found.unitId)))
		throw new NotFoundError(`There is no screen ${screenId} in use.`);
	return found;
}
