import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { VoteOutcome, VoteRosterEntry } from '../../contracts/awards/council';
import type { Database } from '../../server/db/client';
import { awardBallot, awardVote } from '../../server/db/schema';
import { ConflictError } from '../../server/errors';
import { readSeasonSettings } from '../season/read-settings.server';
import { keepCouncilEvent, lockCouncil, lockNominee, tellSession } from './keep.server';
import { standingGrounds } from './rights';
import { hasQuorum, tallyVote } from './tally';

interface Which {
	seasonId: number;
	nominationId: number;
}

/**
 * Opens the vote on a nominee, with the roster as it is at this moment. Without a quorum it is over at
 * once, stays on record, and can be opened again when more have come. That moves no change-log number:
 * whether absentees had voted in writing would show in how many there are. Screens ask for it by themselves.
 * @returns whether it is open.
 * @throws NotFoundError, ConflictError
 */
export async function openVote(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: Which,
	now: Date,
): Promise<'open' | 'noQuorum'> {
	return database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const nominee = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'opensVote', sees: 'seesVote' },
		});
		const { id: nominationId } = nominee;
		const written = await transaction
			.select({ memberId: awardBallot.memberId })
			.from(awardBallot)
			.where(and(eq(awardBallot.nominationId, nominationId), isNull(awardBallot.voteId)));
		const roster = base.facts.seats.map(({ memberId, seat, present }): VoteRosterEntry => {
			const wrote = written.some((ballot) => ballot.memberId === memberId);
			const grounds = standingGrounds(nominee, memberId);
			return { memberId, seat, present, grounds, inWriting: wrote && !present };
		});
		const rules = await readSeasonSettings(transaction, seasonId);
		const isQuorate = hasQuorum(roster, rules);
		const [before] = await transaction
			.select({ votes: count() })
			.from(awardVote)
			.where(eq(awardVote.nominationId, nominationId));
		await transaction.insert(awardVote).values({
			...{ nominationId, attempt: (before?.votes ?? 0) + 1, roster },
			...{ openedBy: actor.accountId, openedAt: now },
			closesAt: new Date(now.getTime() + base.council.countdownSeconds * 1000),
			...(isQuorate ? {} : { closedAt: now, ...tallyVote(roster, [], rules) }),
		});
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'voteOpened', nominationId, now },
		});
		if (!isQuorate)
			await keepCouncilEvent(transaction, actor, seasonId, {
				...{ kind: 'voteClosed', nominationId, text: 'noQuorum', now },
			});
		else await tellSession(transaction, base);
		return isQuorate ? 'open' : 'noQuorum';
	});
}

/** The vote that is open on a nominee. @throws ConflictError */
export async function openVoteOf(transaction: Database, nominationId: number) {
	const [vote] = await transaction
		.select()
		.from(awardVote)
		.where(and(eq(awardVote.nominationId, nominationId), isNull(awardVote.closedAt)))
		.orderBy(desc(awardVote.id));
	if (!vote) throw new ConflictError('No vote is open on that nominee.');
	return vote;
}

/** Ends a vote and counts it. @throws NotFoundError, ConflictError */
export async function closeVote(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: Which,
	now: Date,
): Promise<VoteOutcome> {
	return database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const { id: nominationId } = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'closesVote', sees: 'seesVote' },
		});
		const vote = await openVoteOf(transaction, nominationId);
		const ballots = await transaction
			.select()
			.from(awardBallot)
			.where(eq(awardBallot.nominationId, nominationId));
		const counted = ballots.filter(({ voteId, memberId }) =>
			voteId === null
				? vote.roster.some((entry) => entry.memberId === memberId && entry.inWriting)
				: voteId === vote.id,
		);
		const rules = await readSeasonSettings(transaction, seasonId);
		const { outcome, counts } = tallyVote(vote.roster, counted, rules);
		await transaction
			.update(awardVote)
			.set({ closedAt: now, outcome, counts })
			.where(eq(awardVote.id, vote.id));
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'voteClosed', nominationId, text: outcome, now },
		});
		await tellSession(transaction, base);
		return outcome;
	});
}
