import { eq } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { account } from '../server/db/schema';
import { parseAccountName } from './account-name';
import { writeAudit } from './audit.server';
import { verifyPassword } from './password.server';
import { signInLimiter, type SignInLimiter } from './sign-in-limiter.server';
import { startSession } from './start-session.server';

export interface Credentials {
	name: string;
	password: string;
	/** Where the request comes from. */
	address: string;
	userAgent: string;
	/** Hash of the session that the browser has already. */
	replaces: string | null;
}

export type SignInResult =
	| { ok: true; token: string }
	| { ok: false; fault: 'wrong' }
	/** Too many failures: try again after so many minutes. */
	| { ok: false; fault: 'wait'; minutes: number };

/** One answer for an unknown name, a wrong password and a disabled account, after the same work. */
export async function signIn(
	database: Database,
	given: Credentials,
	{ limiter = signInLimiter, now = new Date() }: { limiter?: SignInLimiter; now?: Date } = {},
): Promise<SignInResult> {
	const name = parseAccountName(given.name);
	const minutes = await limiter.attempt(name ?? '', given.address);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };

	const [found] = name ? await database.select().from(account).where(eq(account.name, name)) : [];
	const usable = found && found.disabledAt === null ? found : null;
	if (!(await verifyPassword(usable?.passwordHash ?? null, given.password)) || !usable) {
		// What is typed for a name that doesn't exist may well be a password.
		await writeAudit(database, {
			actor: null,
			action: 'account.signInFailed',
			subject: found ? `account:${found.name}` : 'account',
			details: { address: given.address },
		});
		return { ok: false, fault: 'wrong' };
	}

	await limiter.succeeded(usable.name, given.address);
	return database.transaction(async (transaction) => {
		const token = await startSession(transaction, {
			accountId: usable.id,
			userAgent: given.userAgent,
			replaces: given.replaces,
			now,
		});
		await writeAudit(transaction, {
			actor: { accountId: usable.id },
			action: 'account.signIn',
			subject: `account:${usable.name}`,
			details: { address: given.address },
		});
		return { ok: true, token };
	});
}
