import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { NominationState } from '../../contracts/awards/nominations';
import type { Database } from '../../server/db/client';
import { awardNomination, awardNominationEvent } from '../../server/db/schema';
import { ConflictError, NotFoundError } from '../../server/errors';
import {
	readNominees,
	readSeasonBase,
	type Nominee,
	type SeasonBase,
} from '../council/read-facts.server';
import type { NomineeRights } from '../council/rights';

export async function keepNominationEvent(
	transaction: Database,
	actor: Actor,
	{ id, state, text, now }: { id: number; state: NominationState; text: string; now: Date },
): Promise<void> {
	await transaction.insert(awardNominationEvent).values({
		...{ nominationId: id, state, text, at: now, byAccountId: actor.accountId },
	});
}

/**
 * A nomination of a season, locked until the transaction ends, with which the account may do this.
 * @throws NotFoundError where it may not see it; ConflictError where it may do so no more.
 */
export async function lockNomination(
	transaction: Database,
	actor: Actor,
	{
		seasonId,
		nominationId,
		may,
	}: { seasonId: number; nominationId: number; may: keyof NomineeRights },
): Promise<{ base: SeasonBase; nominee: Nominee }> {
	await transaction
		.select({ id: awardNomination.id })
		.from(awardNomination)
		.where(eq(awardNomination.id, nominationId))
		.for('update');
	const base = await readSeasonBase(transaction, actor, seasonId);
	const [nominee] = await readNominees(transaction, actor, base, nominationId);
	if (!nominee?.rights.seesDossier)
		throw new NotFoundError(`There is no nomination ${nominationId}.`);
	if (!nominee.rights[may]) throw new ConflictError(`It is ${nominee.state}: not to be done now.`);
	return { base, nominee };
}
