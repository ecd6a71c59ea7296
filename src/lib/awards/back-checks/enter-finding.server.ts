import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { awardCheckItem, awardCheckResult } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readUnitRights } from '../council/read-unit-rights.server';
import { requireRound } from './keeper.server';
import { FindingInput } from './schemas';

/**
 * Writes down what a visit found; said again, it corrects what was said before, which stays on record and
 * needs a note why. Whoever has a role in a unit on the visited place's line below the season's, or serves in a
 * team there, doesn't check their own.
 * @param input not yet parsed, see `FindingInput`.
 * @throws NotFoundError, ForbiddenError, ConflictError, InvalidError
 */
export async function enterFinding(
	database: Database,
	actor: Actor,
	{ itemId, ...asked }: { seasonId: number; number: number; itemId: number },
	input: unknown,
	now: Date,
): Promise<void> {
	const given = parse(FindingInput, input);
	await database.transaction(async (transaction) => {
		const { base, round } = await requireRound(transaction, actor, asked);
		const [item] = await transaction
			.select()
			.from(awardCheckItem)
			.where(and(eq(awardCheckItem.id, itemId), eq(awardCheckItem.roundId, round.id)))
			.for('update');
		if (!item) throw new NotFoundError(`Round ${round.number} drew no ${itemId}.`);
		if (round.abandonedAt) throw new ConflictError(`Round ${round.number} was given up.`);
		if (given.visitedOn > localDay(now) || given.visitedOn < round.frame.day)
			throw fault('visitedOn', 'visitDay');
		const rights = await readUnitRights(transaction, actor, base, [item.placeId]);
		if (!rights.get(item.placeId)?.checks)
			throw new ForbiddenError('Nobody checks their own unit.');
		const before = await transaction
			.select({ id: awardCheckResult.id })
			.from(awardCheckResult)
			.where(eq(awardCheckResult.itemId, itemId))
			.limit(1);
		if (before.length > 0 && given.note.length < 5) throw fault('note', 'whyCorrected');
		await transaction
			.insert(awardCheckResult)
			.values({ ...given, itemId, enteredBy: actor.accountId, enteredAt: now });
		await writeAudit(transaction, {
			...{ actor, action: 'award.enterFinding', subject: `awardSeason:${asked.seasonId}` },
			details: { round: round.number, item: itemId, corrects: before.length > 0 },
		});
	});
}

const fault = (field: string, rule: string) =>
	new InvalidError([{ field, rule, message: `breaks the rule ${rule}` }]);
