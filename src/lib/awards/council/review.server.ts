import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { awardComment, awardReview } from '../../server/db/schema';
import { InvalidError, type Problem } from '../../server/errors';
import { parse } from '../../server/parse';
import { requireOtherHands } from '../nominations/own-hands.server';
import { keepCouncilEvent, lockCouncil, lockNominee } from './keep.server';
import { Comment, Review } from './schemas';

/** The member of whom a right was granted that only members have. */
function requireSeat(memberId: number | null): number {
	if (memberId === null) throw new Error('Only members have this right.');
	return memberId;
}

/**
 * Scores a nominee by the season's rubric, alone; a second time replaces the first while scoring lasts.
 * @throws InvalidError, also for a line left out or above its most; NotFoundError for the recused; ConflictError.
 */
export async function giveReview(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: { seasonId: number; nominationId: number },
	input: unknown,
	now: Date,
): Promise<void> {
	const { scores } = parse(Review, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const { id: nominationId } = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'scores', sees: 'seesReview' },
		});
		await requireOtherHands(transaction, actor, nominationId, now);
		const memberId = requireSeat(base.rights.memberId);
		const problems = base.council.rubric.flatMap(({ code, most }): Problem[] => {
			const given = scores.findIndex((score) => score.code === code);
			const points = scores[given]?.points;
			return points !== undefined && points <= most
				? []
				: [{ field: `scores.${code}`, rule: 'points', message: `0 to ${most} points` }];
		});
		if (problems.length > 0) throw new InvalidError(problems);
		const kept = scores.filter(({ code }) =>
			base.council.rubric.some((line) => line.code === code),
		);
		await transaction
			.insert(awardReview)
			.values({ nominationId, memberId, scores: kept, changedAt: now })
			.onConflictDoUpdate({
				target: [awardReview.nominationId, awardReview.memberId],
				set: { scores: kept, changedAt: now },
			});
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'reviewGiven', nominationId, memberId, now },
		});
	});
}

/** Says something about a nominee in the discussion. @throws InvalidError, NotFoundError, ConflictError */
export async function addComment(
	database: Database,
	actor: Actor,
	{ seasonId, nominationId: councilId }: { seasonId: number; nominationId: number },
	input: unknown,
	now: Date,
): Promise<void> {
	const { text } = parse(Comment, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const { id: nominationId } = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'comments', sees: 'seesReview' },
		});
		const memberId = requireSeat(base.rights.memberId);
		await transaction.insert(awardComment).values({ nominationId, memberId, text, at: now });
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'commented', nominationId, memberId, now },
		});
	});
}
