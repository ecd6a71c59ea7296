import { sql } from 'drizzle-orm';
import { handsOf, sameHands } from '../../accounts/access/credential-knowledge.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { awardBallot } from '../../server/db/schema';
import { ConflictError, ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { requireOtherHands } from '../nominations/own-hands.server';
import { keepCouncilEvent, lockCouncil, lockNominee } from './keep.server';
import { Ballot } from './schemas';
import { openVoteOf } from './vote.server';

interface Which {
	seasonId: number;
	nominationId: number;
}

/**
 * Votes in the room, once, before the countdown is over.
 * @throws InvalidError, NotFoundError; ConflictError for a second ballot and after the end.
 */
export async function castBallot(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: Which,
	input: unknown,
	now: Date,
): Promise<void> {
	const { choice } = parse(Ballot, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const { id: nominationId } = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'votes', sees: 'seesVote' },
		});
		const vote = await openVoteOf(transaction, nominationId);
		const own = vote.roster.find((entry) => entry.memberId === base.rights.memberId);
		if (!own?.present) throw new ConflictError('Who came later takes part in the next vote.');
		if (now > vote.closesAt) throw new ConflictError('The time to vote is over.');
		await keepBallot(transaction, actor, {
			nominationId,
			memberId: own.memberId,
			voteId: vote.id,
			choice,
			now,
		});
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'ballot', nominationId, memberId: own.memberId, now },
		});
	});
}

/**
 * Votes in writing, absent, before any vote is opened. Who comes after all votes in the room.
 * @throws InvalidError, NotFoundError, ConflictError
 */
export async function writeBallot(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: Which,
	input: unknown,
	now: Date,
): Promise<void> {
	const { choice } = parse(Ballot, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const { id: nominationId } = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'votesInWriting', sees: 'seesReview' },
		});
		const { memberId } = base.rights;
		if (memberId === null) throw new Error('Only members vote.');
		await keepBallot(transaction, actor, { nominationId, memberId, voteId: null, choice, now });
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'writtenBallot', nominationId, memberId, now },
		});
	});
}

/** Nobody votes twice: neither through one seat nor through another whose password they know. */
async function keepBallot(
	transaction: Database,
	actor: Actor,
	{ now, ...ballot }: Omit<typeof awardBallot.$inferInsert, 'castAt' | 'id'> & { now: Date },
): Promise<void> {
	const { nominationId, memberId } = ballot;
	await requireOtherHands(transaction, actor, nominationId, now);
	const other = { accountId: sql`seat.account_id`, at: sql`cast_at` };
	const [voted] = await queryRows(
		transaction,
		sql`select 1 from award_ballot ballot
			join award_council_member seat on seat.id = ballot.member_id and seat.id <> ${memberId}
			where ballot.nomination_id = ${nominationId}
				and ${sameHands(handsOf(actor.accountId, now), other)}`,
	);
	if (voted) throw new ForbiddenError('Another seat that was in the same hands has voted.');
	const kept = await transaction
		.insert(awardBallot)
		.values({ ...ballot, castAt: now })
		.onConflictDoNothing()
		.returning({ id: awardBallot.id });
	if (kept.length === 0) throw new ConflictError('The ballot has been cast.');
}
