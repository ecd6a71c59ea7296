import { eq } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { account } from '../server/db/schema';
import { writeAudit } from './audit.server';
import { endSessions } from './end-sessions.server';
import { passwordFault, type PasswordFault } from './password-rules';
import { hashPassword, verifyPassword } from './password.server';
import { signInLimiter, type SignInLimiter } from './sign-in-limiter.server';

export interface PasswordChange {
	current: string;
	next: string;
	/** The new one once more. */
	repeated: string;
	/** Where the request comes from. */
	address: string;
	/** The session that stays; the account's others end. */
	sessionHash: string | null;
}

export type PasswordChangeResult =
	| { ok: true }
	| { ok: false; fault: PasswordFault | 'different' | 'wrong' | 'unchanged' }
	| { ok: false; fault: 'wait'; minutes: number };

/** Guessing the current password is limited like signing in: a screen may have been left open. */
export async function changePassword(
	database: Database,
	actor: Actor,
	given: PasswordChange,
	limiter: SignInLimiter = signInLimiter,
): Promise<PasswordChangeResult> {
	const weak = passwordFault(given.next, actor.name);
	if (weak) return { ok: false, fault: weak };
	if (given.next !== given.repeated) return { ok: false, fault: 'different' };

	const minutes = await limiter.attempt(actor.name, given.address);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	const [found] = await database.select().from(account).where(eq(account.id, actor.accountId));
	// Whoever signs in by links has none yet, and nothing to type.
	const first = found?.passwordHash === null;
	if (!first && !(await verifyPassword(found?.passwordHash ?? null, given.current)))
		return { ok: false, fault: 'wrong' };
	await limiter.succeeded(actor.name, given.address);
	if (!first && given.next === given.current) return { ok: false, fault: 'unchanged' };

	const passwordHash = await hashPassword(given.next);
	await database.transaction(async (transaction) => {
		await transaction.update(account).set({ passwordHash }).where(eq(account.id, actor.accountId));
		const endedSessions = await endSessions(transaction, actor.accountId, given.sessionHash);
		await writeAudit(transaction, {
			actor,
			action: 'account.changePassword',
			subject: `account:${actor.name}`,
			details: { endedSessions },
		});
	});
	return { ok: true };
}
