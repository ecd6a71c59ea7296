import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { inquiry } from '../server/db/schema';
import { InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { lockInquiry, recordChange } from './keeper.server';
import { Extension, Reasoned } from './schemas';

/**
 * Ends an inquiry: no answer comes in or changes any more.
 * @throws NotFoundError; ForbiddenError; ConflictError when it isn't under way.
 */
export async function closeInquiry(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockInquiry(transaction, actor, id, ['sent']);
		await transaction.update(inquiry).set({ state: 'closed' }).where(eq(inquiry.id, id));
		await recordChange(transaction, actor, { inquiryId: id, change: 'closed', at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.close', subject: `inquiry:${id}`, details: {} },
		});
	});
}

/**
 * Takes an inquiry back: nobody has to answer it any more, and it stays to be read.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when it is over.
 */
export async function withdrawInquiry(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason } = parse(Reasoned, input);
	await database.transaction(async (transaction) => {
		await lockInquiry(transaction, actor, id, ['draft', 'sent']);
		await transaction.update(inquiry).set({ state: 'withdrawn' }).where(eq(inquiry.id, id));
		await recordChange(transaction, actor, { inquiryId: id, change: 'withdrawn', reason, at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.withdraw', subject: `inquiry:${id}`, details: {} },
		});
	});
}

/**
 * Gives everybody more time.
 * @throws InvalidError for a deadline that is no later, or has passed; NotFoundError; ForbiddenError;
 * ConflictError when it isn't under way.
 */
export async function extendInquiry(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason, dueAt } = parse(Extension, input);
	await database.transaction(async (transaction) => {
		const { dueAt: dueBefore } = await lockInquiry(transaction, actor, id, ['sent']);
		if (dueAt <= dueBefore || dueAt <= now)
			throw new InvalidError([
				{ field: 'dueOn', rule: 'laterThanBefore', message: 'lies no later than the present one' },
			]);
		await transaction.update(inquiry).set({ dueAt }).where(eq(inquiry.id, id));
		await recordChange(transaction, actor, {
			...{ inquiryId: id, change: 'extended', reason, dueBefore, at: now },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.extend', subject: `inquiry:${id}`, details: {} },
		});
	});
}
