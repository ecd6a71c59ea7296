import { eq } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { account } from '../server/db/schema';
import { parseAccountName } from './account-name';
import { writeAudit } from './audit.server';
import { verifyPassword } from './password.server';
import { signInLimiter, type SignInLimiter } from './sign-in-limiter.server';
import { finishFirstStep, type FirstStep } from './sign-in-step.server';

export interface Credentials {
	name: string;
	password: string;
	/** Where the request comes from. */
	address: string;
	userAgent: string;
	/** Hash of the session that the browser has already. */
	replaces: string | null;
	/** Whether approvers and administrators have to have a second factor. */
	requireSecondFactor: boolean;
}

export type SignInResult =
	| ({ ok: true } & FirstStep)
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
	return database.transaction(async (transaction) => ({
		ok: true,
		...(await finishFirstStep(transaction, {
			account: usable,
			action: 'account.signIn',
			address: given.address,
			userAgent: given.userAgent,
			replaces: given.replaces,
			requireSecondFactor: given.requireSecondFactor,
			now,
		})),
	}));
}
