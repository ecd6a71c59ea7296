import { sql } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { queryRows, type Database } from '../server/db/client';
import { materialClass } from '../server/db/schema';
import { InvalidError } from '../server/errors';
import { findMaterial, linkingUnits } from './read.server';

/**
 * Says that a class was taught by a material. Said twice, it is the same.
 * @throws NotFoundError for the material; InvalidError for an activity that is no class of theirs
 */
export async function linkClass(
	database: Database,
	actor: Actor,
	materialId: number,
	activityId: number | null,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await findMaterial(transaction, actor, materialId);
		const [activity] = await queryRows<{ id: number }>(
			transaction,
			sql`select id from activity where id = ${activityId} and cancelled_at is null
				and kind in ('memberClass', 'citizenSession') and unit_id in ${linkingUnits(actor)}`,
		);
		if (!activity)
			throw new InvalidError([
				{ field: 'activityId', rule: 'choose', message: 'should be a class of one of the units' },
			]);
		const linked = await transaction
			.insert(materialClass)
			.values({ materialId, activityId: activity.id, linkedBy: actor.accountId, linkedAt: now })
			.onConflictDoNothing()
			.returning({ activityId: materialClass.activityId });
		if (linked.length === 0) return;
		await writeAudit(transaction, {
			actor,
			action: 'material.linkClass',
			subject: `material:${materialId}`,
			details: { activityId: activity.id },
		});
	});
}
