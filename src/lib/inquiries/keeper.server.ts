import { desc, eq } from 'drizzle-orm';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { Actor, Role } from '../contracts/accounts';
import type { InquiryChange, InquiryState } from '../contracts/inquiries';
import type { Database } from '../server/db/client';
import { inquiry, inquiryHistory, inquiryVersion } from '../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../server/errors';

/** Who asks and answers in a unit's name. */
export const actingRoles: readonly Role[] = ['reporter', 'approver', 'administrator'];

export const actsFor = (database: Database, actor: Actor, unitId: number): Promise<boolean> =>
	mayActOn(database, actor, actingRoles, unitId);

/**
 * The inquiry, locked until the transaction ends, for whoever asks.
 * @throws NotFoundError when there is none whose asker the actor may see; ForbiddenError;
 * ConflictError when its state is another.
 */
export async function lockInquiry(
	transaction: Database,
	actor: Actor,
	id: number,
	states: readonly InquiryState[],
): Promise<typeof inquiry.$inferSelect> {
	const missing = `There is no inquiry ${id}.`;
	const [found] = await transaction.select().from(inquiry).where(eq(inquiry.id, id)).for('update');
	if (!found) throw new NotFoundError(missing);
	await requireSight(transaction, actor, { roles: ['viewer'], unitId: found.unitId, missing });
	if (!(await actsFor(transaction, actor, found.unitId)))
		throw new ForbiddenError('The account does not ask in the name of that unit.');
	if (!states.includes(found.state)) throw new ConflictError(`The inquiry is ${found.state}.`);
	return found;
}

/** All versions of an inquiry's questions, the newest first; the first of all may still be written. */
export const readVersions = (database: Database, inquiryId: number) =>
	database
		.select()
		.from(inquiryVersion)
		.where(eq(inquiryVersion.inquiryId, inquiryId))
		.orderBy(desc(inquiryVersion.version));

/** Writes one line of an inquiry's history, within the transaction of what it tells. */
export async function recordChange(
	database: Database,
	actor: Actor,
	entry: {
		inquiryId: number;
		change: InquiryChange;
		reason?: string;
		dueBefore?: Date;
		version?: number;
		at: Date;
	},
): Promise<void> {
	await database.insert(inquiryHistory).values({ ...entry, byAccountId: actor.accountId });
}
