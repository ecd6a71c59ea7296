import * as v from 'valibot';
import type { Actor } from '../../contracts/accounts';
import { addDays, localDay, startOfDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { delegation } from '../../server/db/schema';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { writeAudit } from '../audit/audit.server';
import { listDeputies } from './list-deputies.server';
import { DelegationInput, longestDelegationDays } from './schemas';

/**
 * Hands the actor's own approving of a unit to another account for some days.
 * @returns its id.
 * @throws InvalidError; ForbiddenError where the actor doesn't approve by themselves, or the other
 * account works neither for the unit nor above it.
 */
export async function addDelegation(
	database: Database,
	actor: Actor,
	given: unknown,
	now: Date,
): Promise<number> {
	const parsed = v.safeParse(DelegationInput, given);
	if (!parsed.success)
		throw new InvalidError(
			parsed.issues.map((issue) => ({
				field: v.getDotPath(issue) ?? 'delegation',
				rule: `schema.${issue.type}`,
				message: issue.message,
			})),
		);
	const { toAccountId, unitId, firstDay, lastDay, reason } = parsed.output;
	if (lastDay < localDay(now)) throw dayProblem('past', 'must not be over already');
	if (addDays(firstDay, longestDelegationDays) <= lastDay)
		throw dayProblem('tooLong', `must be within ${longestDelegationDays} days`);
	return database.transaction(async (transaction) => {
		if (!ownApprovals(actor).includes(unitId))
			throw new ForbiddenError('Only what is approved by oneself can be handed on.');
		const deputies = await listDeputies(transaction, actor, [unitId]);
		if (!deputies.some(({ accountId }) => accountId === toAccountId))
			throw new ForbiddenError('That account works neither for the unit nor above it.');
		const [added] = await transaction
			.insert(delegation)
			.values({
				fromAccountId: actor.accountId,
				toAccountId,
				unitId,
				startsAt: startOfDay(firstDay),
				endsAt: startOfDay(addDays(lastDay, 1)),
				reason,
			})
			.returning({ id: delegation.id });
		if (!added) throw new Error('An insert returns its row.');
		await writeAudit(transaction, {
			actor,
			action: 'delegation.add',
			subject: `delegation:${added.id}`,
			details: { toAccountId, unitId, firstDay, lastDay },
		});
		return added.id;
	});
}

/** Units that the actor approves for by a role of their own: what is lent can't be lent on. */
export function ownApprovals(actor: Actor): number[] {
	const own = actor.grants.filter(
		({ role, onBehalfOf }) =>
			onBehalfOf === undefined && (role === 'approver' || role === 'administrator'),
	);
	return [...new Set(own.map(({ unitId }) => unitId))];
}

const dayProblem = (rule: string, message: string) =>
	new InvalidError([{ field: 'lastDay', rule, message }]);
