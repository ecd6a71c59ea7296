import { eq } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { signInStep } from '../../server/db/schema';
import { endKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import {
	isRecoveryCode,
	renewRecoveryCodes,
	takeRecoveryCode,
} from '../second-factor/recovery-codes.server';
import { confirmAppSecret, takeAppCode } from '../second-factor/second-factor.server';
import { knownDevice } from '../sessions/trusted-device.server';
import { codeLimiter } from './guess-limiter.server';
import {
	finishSecondStep,
	readSignInStep,
	type SecondWay,
	type SignInStep,
	type Visit,
} from './sign-in-step.server';

export interface SecondStep extends Visit {
	/** Hash of the step's token. */
	stepHash: string | null;
	/** Of the app, or a recovery code. */
	code: string;
	/** Of an app that is being set up; null where the account has one. */
	secret: string | null;
}

export type SecondStepResult =
	/** `recoveryCodes` are new ones, to be shown once, after setting up. */
	| {
			ok: true;
			kind: 'session' | 'newPassword';
			accountId: number;
			token: string;
			recoveryCodes: string[] | null;
	  }
	/** The step is over: sign in again. */
	| { ok: false; fault: 'over' }
	| { ok: false; fault: 'wrong' }
	| { ok: false; fault: 'wait'; minutes: number };

/**
 * The second step of a sign-in: a session for a right code, or the choice of a password where it is
 * still somebody else's. A link enrols nothing: whoever came by one has a second factor already.
 */
export async function finishSignIn(
	database: Database,
	given: SecondStep,
	{ limiter = codeLimiter(database), now = new Date() } = {},
): Promise<SecondStepResult> {
	const { stepHash, address } = given;
	const step = await readSignInStep(database, stepHash, now);
	if (
		!step ||
		stepHash === null ||
		step.secondStep ||
		step.hasSecondFactor !== (given.secret === null) ||
		(step.byLink && given.secret !== null)
	)
		return { ok: false, fault: 'over' };
	const device = await knownDevice(database, step.name, given.device ?? null, now);
	const guesser = { address, device };
	// What nobody finds by guessing is never refused because others guess.
	const guessable = given.secret !== null || !isRecoveryCode(given.code);
	const minutes = guessable ? await limiter.attempt(step.name, guesser) : 0;
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	const passed = await database.transaction((transaction) =>
		passSecondStep(transaction, step, { ...given, stepHash }, now),
	);
	if (passed === null) return { ok: false, fault: 'wrong' };
	if (guessable) await limiter.succeeded(step.name, guesser);
	return { ok: true, ...passed };
}

async function passSecondStep(
	transaction: Database,
	step: SignInStep,
	given: SecondStep & { stepHash: string },
	now: Date,
): Promise<Omit<Extract<SecondStepResult, { ok: true }>, 'ok'> | null> {
	const { accountId, name } = step;
	const { address } = given;
	const subject = `account:${name}` as const;
	const actor = { accountId };
	const way = await acceptCode(transaction, accountId, given, now);
	if (way === null) {
		await writeAudit(transaction, {
			...{ actor: null, action: 'account.signInFailed', subject },
			details: { address, step: 'second' },
		});
		return null;
	}
	const recoveryCodes = way === 'setUp' ? await renewRecoveryCodes(transaction, accountId) : null;
	await transaction.delete(signInStep).where(eq(signInStep.tokenHash, given.stepHash));
	if (way === 'setUp') {
		await endKnowledge(transaction, { accountId, kinds: ['secondFactor'] }, now);
		await writeAudit(transaction, { actor, action: 'account.setUpSecondFactor', subject });
	}
	return { ...(await finishSecondStep(transaction, step, { ...given, way, now })), recoveryCodes };
}

async function acceptCode(
	database: Database,
	accountId: number,
	{ code, secret }: SecondStep,
	now: Date,
): Promise<SecondWay | null> {
	if (secret !== null)
		return (await confirmAppSecret(database, accountId, { secret, code }, now)) ? 'setUp' : null;
	return takeCode(database, accountId, code, now);
}

/** Takes a code of the app or a recovery code, once; answers which it was, null for none. */
export async function takeCode(
	database: Database,
	accountId: number,
	code: string,
	now: Date,
): Promise<'app' | 'recoveryCode' | null> {
	if (await takeAppCode(database, accountId, code, now)) return 'app';
	return (await takeRecoveryCode(database, accountId, code, now)) ? 'recoveryCode' : null;
}
