import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { ActivityContent } from '../contracts/activities';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { activity, activityChange } from '../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../server/errors';

type Stored = typeof activity.$inferSelect;

/**
 * Changes one activity inside a transaction of its own, and keeps what it said before and why.
 * @throws NotFoundError; ForbiddenError; ConflictError once it is cancelled.
 */
export async function changeActivity(
	database: Database,
	actor: Actor,
	id: number,
	{ change, reason, now }: { change: 'corrected' | 'cancelled'; reason: string; now: Date },
	become: (transaction: Database, stored: Stored) => Promise<Partial<Stored>>,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [stored] = await transaction
			.select()
			.from(activity)
			.where(eq(activity.id, id))
			.for('update');
		const missing = `There is no activity ${id}.`;
		if (!stored) throw new NotFoundError(missing);
		await requireSight(transaction, actor, { roles: ['viewer'], unitId: stored.unitId, missing });
		if (!(await mayActOn(transaction, actor, ['reporter', 'administrator'], stored.unitId)))
			throw new ForbiddenError('This account may not change that activity.');
		if (stored.cancelledAt) throw new ConflictError('The activity was cancelled.');
		const next = await become(transaction, stored);
		await transaction.update(activity).set(next).where(eq(activity.id, id));
		await transaction.insert(activityChange).values({
			activityId: id,
			change,
			reason,
			changedBy: actor.accountId,
			changedAt: now,
			before: contentOf(stored),
		});
		await writeAudit(transaction, {
			actor,
			action: `activity.${change === 'corrected' ? 'correct' : 'cancel'}`,
			subject: `activity:${id}`,
			details: { unitId: stored.unitId, kind: stored.kind, heldOn: stored.heldOn },
		});
	});
}

function contentOf(stored: Stored): ActivityContent {
	const { kind, topic, form, audiences, partners, heldOn, place, byYouth, note, photoId } = stored;
	const { attendance, households, leaflets, youths } = stored;
	return {
		...{ kind, topic, form, audiences, partners },
		...{ heldOn, place, attendance, households, leaflets, youths },
		...{ byYouth, note, photoId },
	};
}
