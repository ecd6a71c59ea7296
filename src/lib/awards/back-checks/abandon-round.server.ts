import { eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardCheckRound } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { parse } from '../../server/parse';
import { requireRound } from './keeper.server';
import { Reason } from './schemas';

/**
 * Gives a round up, with a reason for everybody to read: it stays on record with all that was drawn and
 * found, and no longer counts.
 * @throws NotFoundError, ConflictError, InvalidError
 */
export async function abandonRound(
	database: Database,
	actor: Actor,
	asked: { seasonId: number; number: number },
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason } = parse(Reason, input);
	await database.transaction(async (transaction) => {
		const { round } = await requireRound(transaction, actor, asked, { lock: true });
		if (round.abandonedAt) throw new ConflictError(`Round ${round.number} was given up before.`);
		await transaction
			.update(awardCheckRound)
			.set({ abandonedBy: actor.accountId, abandonedAt: now, abandonedReason: reason })
			.where(eq(awardCheckRound.id, round.id));
		await writeAudit(transaction, {
			...{ actor, action: 'award.abandonCheckRound', subject: `awardSeason:${asked.seasonId}` },
			details: { round: round.number, reason },
		});
	});
}
