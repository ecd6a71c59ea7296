import { eq } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { signInStep } from '../server/db/schema';
import { AttemptLimiter } from './attempt-limiter.server';
import { writeAudit } from './audit.server';
import {
	confirmAppSecret,
	renewRecoveryCodes,
	takeAppCode,
	takeRecoveryCode,
} from './second-factor.server';
import { readSignInStep } from './sign-in-step.server';
import { startSession } from './start-session.server';

export interface SecondStep {
	/** Hash of the step's token. */
	stepHash: string | null;
	/** Of the app, or a recovery code. */
	code: string;
	/** Of an app that is being set up; null where the account has one. */
	secret: string | null;
	address: string;
	userAgent: string;
	/** Hash of the session that the browser has already. */
	replaces: string | null;
}

export type SecondStepResult =
	/** `recoveryCodes` are new ones, to be shown once, after setting up. */
	| { ok: true; token: string; recoveryCodes: string[] | null }
	/** The step is over: sign in again. */
	| { ok: false; fault: 'over' }
	| { ok: false; fault: 'wrong' }
	| { ok: false; fault: 'wait'; minutes: number };

/** Whoever gets here knows the password: so it is the account that is slowed down, wherever from. */
export const secondStepLimiter = new AttemptLimiter({ failures: 5, minutes: 15 });

/** The second step of a sign-in: a session for a right code. */
export async function finishSignIn(
	database: Database,
	given: SecondStep,
	{ limiter = secondStepLimiter, now = new Date() }: { limiter?: AttemptLimiter; now?: Date } = {},
): Promise<SecondStepResult> {
	const { stepHash, address } = given;
	const step = await readSignInStep(database, stepHash, now);
	if (!step || stepHash === null || step.hasSecondFactor !== (given.secret === null))
		return { ok: false, fault: 'over' };
	const { accountId, name } = step;
	const minutes = await limiter.attempt(name);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	return database.transaction(async (transaction) => {
		const subject = `account:${name}`;
		const way = await acceptCode(transaction, accountId, given, now);
		if (way === null) {
			const details = { address, step: 'second' };
			await writeAudit(transaction, {
				actor: null,
				action: 'account.signInFailed',
				subject,
				details,
			});
			return { ok: false, fault: 'wrong' };
		}
		await limiter.succeeded(name);
		const recoveryCodes = way === 'setUp' ? await renewRecoveryCodes(transaction, accountId) : null;
		await transaction.delete(signInStep).where(eq(signInStep.tokenHash, stepHash));
		const { userAgent, replaces } = given;
		const begun = { accountId, userAgent, replaces, secondStep: true, now };
		const token = await startSession(transaction, begun);
		const actor = { accountId };
		if (way === 'setUp')
			await writeAudit(transaction, { actor, action: 'account.setUpSecondFactor', subject });
		const details = { address, secondFactor: way };
		await writeAudit(transaction, { actor, action: 'account.signIn', subject, details });
		return { ok: true, token, recoveryCodes };
	});
}

async function acceptCode(
	database: Database,
	accountId: number,
	{ code, secret }: SecondStep,
	now: Date,
): Promise<'setUp' | 'app' | 'recoveryCode' | null> {
	if (secret !== null)
		return (await confirmAppSecret(database, accountId, { secret, code }, now)) ? 'setUp' : null;
	if (await takeAppCode(database, accountId, code, now)) return 'app';
	return (await takeRecoveryCode(database, accountId, code, now)) ? 'recoveryCode' : null;
}
