import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, awardCouncilMember, roleGrant } from '../../server/db/schema';
import { InvalidError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepCouncilEvent, lockCouncil, tellSession } from './keep.server';
import { NewMember } from './schemas';

const refusal = (field: string, rule: string, message: string) =>
	new InvalidError([{ field, rule, message }]);

/**
 * Names a member of the council. Whoever administers anything can't sit on it.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function nameMember(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { account: name, seat, position } = parse(NewMember, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId, 'namesCouncil');
		const [found] = await transaction
			.select({ id: account.id })
			.from(account)
			.where(and(eq(account.name, name.toLowerCase()), isNull(account.disabledAt)));
		if (!found) throw refusal('account', 'account', 'there is no such account');
		const [administers] = await transaction
			.select({ id: roleGrant.id })
			.from(roleGrant)
			.where(and(eq(roleGrant.accountId, found.id), eq(roleGrant.role, 'administrator')));
		if (administers)
			throw refusal('account', 'administrator', 'who administers the system sits on no council');
		if (base.facts.seats.some(({ accountId }) => accountId === found.id))
			throw refusal('account', 'sitsAlready', 'the account sits on it');
		if (seat === 'chair' && base.facts.seats.some((one) => one.seat === 'chair'))
			throw refusal('seat', 'oneChair', 'there is a chair');
		const [named] = await transaction
			.insert(awardCouncilMember)
			.values({ seasonId, accountId: found.id, seat, position })
			.onConflictDoUpdate({
				target: [awardCouncilMember.seasonId, awardCouncilMember.accountId],
				set: { seat, position, leftAt: null, present: false },
			})
			.returning({ id: awardCouncilMember.id });
		if (!named) throw new Error('An insert returns its row.');
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'memberNamed', memberId: named.id, text: seat, now },
		});
		await tellSession(transaction, base);
	});
}

/** @throws NotFoundError, ForbiddenError, ConflictError */
export async function dropMember(
	database: Database,
	actor: Actor,
	seasonId: number,
	memberId: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId, 'namesCouncil');
		const left = await transaction
			.update(awardCouncilMember)
			.set({ leftAt: now, present: false })
			.where(
				and(
					eq(awardCouncilMember.id, memberId),
					eq(awardCouncilMember.seasonId, seasonId),
					isNull(awardCouncilMember.leftAt),
				),
			)
			.returning({ id: awardCouncilMember.id });
		if (left.length === 0) throw new NotFoundError(`The council has no member ${memberId}.`);
		await keepCouncilEvent(transaction, actor, seasonId, { kind: 'memberLeft', memberId, now });
		await tellSession(transaction, base);
	});
}
