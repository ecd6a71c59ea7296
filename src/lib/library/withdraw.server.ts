import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { material } from '../server/db/schema';
import { ForbiddenError } from '../server/errors';
import { findMaterial } from './read.server';

/** Takes material off the shelf; the classes that it was used in stay on record. @throws NotFoundError, ForbiddenError */
export async function withdrawMaterial(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const { unit } = await findMaterial(transaction, actor, id);
		if (!(await mayActOn(transaction, actor, ['approver'], unit.id)))
			throw new ForbiddenError('This account withdraws no material there.');
		await transaction.update(material).set({ withdrawnAt: now }).where(eq(material.id, id));
		await writeAudit(transaction, {
			actor,
			action: 'material.withdraw',
			subject: `material:${id}`,
			details: { unitId: unit.id },
		});
	});
}
