import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { largestId } from '../../contracts/text/address';
import type { Database } from '../../server/db/client';
import { awardCheckRound } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { readSeasonBase, type SeasonBase } from '../council/read-facts.server';

export type Round = typeof awardCheckRound.$inferSelect;

/**
 * The season, for its committee.
 * @throws NotFoundError where there is none, or none for this account.
 */
export async function requireCommittee(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<SeasonBase> {
	const base = await readSeasonBase(database, actor, seasonId);
	if (!base.rights.committee)
		throw new NotFoundError(`There is no season ${seasonId} for this account.`);
	return base;
}

/**
 * A round of a season by its number, for its committee.
 * @param lock keeps others out until the transaction ends.
 * @throws NotFoundError
 */
export async function requireRound(
	database: Database,
	actor: Actor,
	{ seasonId, number }: { seasonId: number; number: number },
	{ lock = false } = {},
): Promise<{ base: SeasonBase; round: Round }> {
	const base = await requireCommittee(database, actor, seasonId);
	const query = database
		.select()
		.from(awardCheckRound)
		.where(
			and(
				eq(awardCheckRound.seasonId, seasonId),
				eq(awardCheckRound.number, Math.min(number, largestId)),
			),
		);
	const [round] = lock ? await query.for('update') : await query;
	if (!round) throw new NotFoundError(`Season ${seasonId} has no round ${number}.`);
	return { base, round };
}
