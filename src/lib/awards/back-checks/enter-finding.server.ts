import { and, eq } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';
import { awardCheckItem, awardCheckResult } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { requireRound } from './keeper.server';
import { FindingInput } from './schemas';

/**
 * Writes down what a visit found; said again, it corrects what was said before, which stays on record and
 * needs a note why. Whoever has a role in a unit on the visited place's line below the season's doesn't check
 * their own.
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
		const { season, round } = await requireRound(transaction, actor, asked);
		const [item] = await transaction
			.select()
			.from(awardCheckItem)
			.where(and(eq(awardCheckItem.id, itemId), eq(awardCheckItem.roundId, round.id)))
			.for('update');
		if (!item) throw new NotFoundError(`Round ${round.number} drew no ${itemId}.`);
		if (round.abandonedAt) throw new ConflictError(`Round ${round.number} was given up.`);
		if (given.visitedOn > localDay(now) || given.visitedOn < round.frame.day)
			throw fault('visitedOn', 'visitDay');
		if (await isOwn(transaction, actor, { placeId: item.placeId, seasonUnitId: season.unitId }))
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

async function isOwn(
	database: Database,
	actor: Actor,
	{ placeId, seasonUnitId }: { placeId: number; seasonUnitId: number },
): Promise<boolean> {
	const line = await queryRows<{ id: number; depth: number }>(
		database,
		sql`select id, depth from ${unitsAbove(placeId)} line`,
	);
	const top = line.find(({ id }) => id === seasonUnitId)?.depth ?? Infinity;
	const below = new Set(line.filter(({ depth }) => depth < top).map(({ id }) => id));
	return actor.grants.some(({ unitId }) => below.has(unitId));
}
