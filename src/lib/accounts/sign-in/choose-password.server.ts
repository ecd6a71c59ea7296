import { eq } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account, signInStep } from '../../server/db/schema';
import { writeAudit } from '../audit/audit.server';
import { needsSecondFactor } from '../second-factor/second-factor.server';
import { endSessions } from '../sessions/end-sessions.server';
import { startSession } from '../sessions/start-session.server';
import { passwordFault } from './password-fault.server';
import type { PasswordFault } from './password-rules';
import { hashPassword, verifyPassword } from './password.server';
import { readSignInStep, type SignInStep, type Visit } from './sign-in-step.server';
import { storeOwnPassword } from './store-password.server';

export interface PasswordChoice extends Visit {
	/** Hash of the step's token. */
	stepHash: string | null;
	next: string;
	/** The new one once more. */
	repeated: string;
	requireSecondFactor: boolean;
}

export type PasswordChoiceResult =
	| { ok: true; accountId: number; token: string }
	/** The step is over: sign in again. */
	| { ok: false; fault: 'over' }
	| { ok: false; fault: PasswordFault | 'different' | 'unchanged' };

/** Whose step asks for a password of their own now: after the second factor, where there is one. */
export async function readPasswordStep(
	database: Database,
	stepHash: string | null,
	requireSecondFactor: boolean,
	now = new Date(),
): Promise<SignInStep | null> {
	const step = await readSignInStep(database, stepHash, now);
	if (!step || step.byLink || !step.passwordTemporary) return null;
	if (step.secondStep) return step;
	const must = requireSecondFactor && (await needsSecondFactor(database, step.accountId, now));
	return step.hasSecondFactor || must ? null : step;
}

/**
 * The last step of the first sign-in with a password that somebody else made: it opens nothing but
 * this, and is over with it.
 */
export async function choosePassword(
	database: Database,
	given: PasswordChoice,
	now = new Date(),
): Promise<PasswordChoiceResult> {
	const { stepHash, next, address } = given;
	const step = await readPasswordStep(database, stepHash, given.requireSecondFactor, now);
	if (!step || stepHash === null) return { ok: false, fault: 'over' };
	const { accountId, name, secondStep } = step;
	const weak = passwordFault(next, name);
	if (weak) return { ok: false, fault: weak };
	if (next !== given.repeated) return { ok: false, fault: 'different' };
	const [found] = await database.select().from(account).where(eq(account.id, accountId));
	if (await verifyPassword(found?.passwordHash ?? null, next))
		return { ok: false, fault: 'unchanged' };
	const passwordHash = await hashPassword(next);
	return database.transaction(async (transaction) => {
		const taken = await transaction
			.delete(signInStep)
			.where(eq(signInStep.tokenHash, stepHash))
			.returning({ accountId: signInStep.accountId });
		if (taken.length === 0) return { ok: false, fault: 'over' };
		await storeOwnPassword(transaction, accountId, { passwordHash, byLink: false }, now);
		const endedSessions = await endSessions(transaction, accountId, null);
		const token = await startSession(transaction, { ...given, accountId, secondStep, now });
		const actor = { accountId };
		const subject = `account:${name}` as const;
		const changed = { endedSessions };
		await writeAudit(transaction, {
			...{ actor, action: 'account.changePassword', subject, details: changed },
		});
		await writeAudit(transaction, {
			...{ actor, action: 'account.signIn', subject, details: { address } },
		});
		return { ok: true, accountId, token };
	});
}
