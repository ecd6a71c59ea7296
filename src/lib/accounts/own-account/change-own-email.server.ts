import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { writeAudit } from '../audit/audit.server';
import { parseEmail } from '../person-details.server';
import { passwordLimiter } from '../sign-in/guess-limiter.server';
import { confirmOwner, type OwnerResult, type Proof } from './confirm-owner.server';

export type EmailResult = { ok: true } | Extract<OwnerResult, { ok: false }>;

/** @throws InvalidError with field `email`. */
export async function changeOwnEmail(
	database: Database,
	actor: Actor,
	given: Proof & { email: string },
	{ limiter = passwordLimiter(database), now = new Date() } = {},
): Promise<EmailResult> {
	const email = parseEmail(given.email);
	const owner = await confirmOwner(database, actor, given, { limiter, now });
	if (!owner.ok) return owner;
	await database.transaction(async (transaction) => {
		await transaction.update(account).set({ email }).where(eq(account.id, actor.accountId));
		await writeAudit(transaction, {
			actor,
			action: 'account.update',
			subject: `account:${actor.name}`,
			details: { changed: ['email'] },
		});
	});
	return { ok: true };
}
