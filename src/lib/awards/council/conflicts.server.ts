import { eq } from 'drizzle-orm';
import { wasInHandsOf } from '../../accounts/access/credential-knowledge.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import {
	awardCouncilMember,
	awardDeclaredConflict,
	awardDismissedConflict,
} from '../../server/db/schema';
import { ConflictError, ForbiddenError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepCouncilEvent, lockCouncil, lockNominee, tellSession } from './keep.server';
import { Declaration, Dismissal } from './schemas';

/**
 * A member steps back from a nominee. It stands for good: nobody lifts it, least of all the member.
 * @throws InvalidError, NotFoundError, ConflictError
 */
export async function declareConflict(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { nominationId: councilId, reason } = parse(Declaration, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const { memberId } = base.rights;
		const { id: nominationId } = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'declares', sees: 'declares' },
		});
		if (memberId === null) throw new Error('Only members declare.');
		await transaction
			.insert(awardDeclaredConflict)
			.values({ nominationId, memberId, reason, declaredAt: now });
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'conflictDeclared', nominationId, memberId, now },
		});
		await tellSession(transaction, base);
	});
}

async function seatOf(database: Database, memberId: number) {
	const [seat] = await database
		.select({ accountId: awardCouncilMember.accountId })
		.from(awardCouncilMember)
		.where(eq(awardCouncilMember.id, memberId));
	return seat;
}

/**
 * Says with a reason that a derived conflict of somebody else is none: by one of those who run the
 * session and have no conflict of their own. It holds for that one tie: who later serves in a second unit
 * has a conflict again.
 * @throws InvalidError, NotFoundError; ForbiddenError for one's own, or that of a member whose password one
 * knows; ConflictError where there is none.
 */
export async function dismissConflict(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { nominationId: councilId, memberId, ground, tie, reason } = parse(Dismissal, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId);
		const member = await seatOf(transaction, memberId);
		if (member && (await wasInHandsOf(transaction, actor, now, { ...member, at: now })))
			throw new ForbiddenError('Nobody dismisses a conflict of their own.');
		const nominee = await lockNominee(transaction, actor, base, {
			...{ councilId, may: 'dismisses', sees: 'dismisses' },
		});
		const { id: nominationId } = nominee;
		const standing = nominee.conflicts.some(
			(one) =>
				one.memberId === memberId && one.ground === ground && one.tie === tie && !one.dismissed,
		);
		if (!standing) throw new ConflictError('There is no such conflict.');
		await transaction.insert(awardDismissedConflict).values({
			...{ nominationId, memberId, ground, tie, reason },
			...{ dismissedBy: actor.accountId, dismissedAt: now },
		});
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'conflictDismissed', nominationId, memberId, text: reason, now },
		});
		await tellSession(transaction, base);
	});
}
