import { eq } from 'drizzle-orm';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';

/**
 * Whether the actor administers what lies above the unit. Who administers the unit alone may report
 * for it, and would let its own figures pass.
 */
export async function mayExplain(
	database: Database,
	actor: Actor,
	unitId: number,
): Promise<boolean> {
	const [unit] = await database
		.select({ parentId: adminUnit.parentId })
		.from(adminUnit)
		.where(eq(adminUnit.id, unitId));
	if (unit?.parentId == null) return false;
	return mayActOn(database, actor, ['administrator'], unit.parentId);
}
