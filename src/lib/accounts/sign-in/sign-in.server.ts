import { eq } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account } from '../../server/db/schema';
import { parseAccountName } from '../account-name';
import { writeAudit } from '../audit/audit.server';
import { knownDevice } from '../sessions/trusted-device.server';
import { passwordLimiter } from './guess-limiter.server';
import { verifyPassword } from './password.server';
import { finishFirstStep, type NextStep, type Visit } from './sign-in-step.server';

export interface Credentials extends Visit {
	name: string;
	password: string;
	/** Whether approvers and administrators have to have a second factor. */
	requireSecondFactor: boolean;
}

export type SignInResult =
	| ({ ok: true } & NextStep)
	| { ok: false; fault: 'wrong' | 'bothWrong' }
	/** Too many failures: try again after so many minutes. */
	| { ok: false; fault: 'wait'; minutes: number };

/** One answer for an unknown name, a wrong password and a disabled account, after the same work. */
export async function signIn(
	database: Database,
	given: Credentials,
	{ limiter = passwordLimiter(database), now = new Date() } = {},
): Promise<SignInResult> {
	const name = parseAccountName(given.name);
	const device = await knownDevice(database, name ?? '', given.device ?? null, now);
	const guesser = { address: given.address, device };
	const minutes = await limiter.attempt(name ?? '', guesser);
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

	await limiter.succeeded(usable.name, guesser);
	const passed = { ...given, account: usable, byLink: false, now };
	return database.transaction(async (transaction) => ({
		ok: true,
		...(await finishFirstStep(transaction, passed)),
	}));
}
