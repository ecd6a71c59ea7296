import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account, signInStep } from '../../server/db/schema';
import { writeAudit } from '../audit/audit.server';
import { needsSecondFactor, secondFactorSince } from '../second-factor/second-factor.server';
import { hashSecret, newSecret } from '../secret.server';
import { stepLifetimeSeconds } from '../sessions/session-lifetime';
import { startSession } from '../sessions/start-session.server';

/** What a step of a sign-in led to: a session, or a step that asks for more. */
export interface NextStep {
	kind: 'session' | 'secondStep' | 'newPassword';
	/** Whose sign-in it is. */
	accountId: number;
	token: string;
}

/** What every verb that signs somebody in wants to know of the request. */
export interface Visit {
	/** Where the request comes from. */
	address: string;
	userAgent: string;
	/** Hash of the session that the browser has already. */
	replaces: string | null;
	/** Hash of the browser's own token. */
	device?: string | null;
}

interface Passed extends Visit {
	account: { id: number; name: string; passwordTemporary: boolean };
	/** Whether a one-time link was shown, or the password. */
	byLink: boolean;
	/** Whether approvers and administrators have to have a second factor. */
	requireSecondFactor: boolean;
	now: Date;
}

/** After a password or a link: a session where that is enough. Call inside a transaction. */
export async function finishFirstStep(database: Database, passed: Passed): Promise<NextStep> {
	const { account: found, byLink, now } = passed;
	const has = (await secondFactorSince(database, found.id)) !== null;
	const must = passed.requireSecondFactor && (await needsSecondFactor(database, found.id, now));
	const accountId = found.id;
	const step = { accountId, byLink, secondStep: false };
	if (has || must)
		return { kind: 'secondStep', accountId, token: await startStep(database, step, now) };
	if (found.passwordTemporary && !byLink)
		return { kind: 'newPassword', accountId, token: await startStep(database, step, now) };
	const token = await startSession(database, { ...passed, ...step });
	await writeAudit(database, {
		actor: { accountId },
		action: byLink ? 'account.signInByLink' : 'account.signIn',
		subject: `account:${found.name}`,
		details: { address: passed.address },
	});
	return { kind: 'session', accountId, token };
}

/** Answers with the token for the cookie. Clears away what has expired. */
export async function startStep(
	database: Database,
	step: { accountId: number; byLink: boolean; secondStep: boolean },
	now: Date,
): Promise<string> {
	const token = newSecret();
	const expiresAt = new Date(now.getTime() + stepLifetimeSeconds * 1000);
	await database.delete(signInStep).where(lte(signInStep.expiresAt, now));
	await database.insert(signInStep).values({ tokenHash: hashSecret(token), expiresAt, ...step });
	return token;
}

/** How a second factor was shown. */
export type SecondWay = 'setUp' | 'app' | 'recoveryCode';

/** Once both were shown: a session, or the choice of a password where it is still somebody else's. */
export async function finishSecondStep(
	transaction: Database,
	{ accountId, name, byLink, passwordTemporary }: FirstShown,
	passed: Visit & { way: SecondWay; now: Date },
): Promise<NextStep & { kind: 'session' | 'newPassword' }> {
	const { address, way, now } = passed;
	const step = { accountId, byLink, secondStep: true };
	if (passwordTemporary && !byLink)
		return { kind: 'newPassword', accountId, token: await startStep(transaction, step, now) };
	const token = await startSession(transaction, { ...passed, ...step });
	await writeAudit(transaction, {
		actor: { accountId },
		action: 'account.signIn',
		subject: `account:${name}`,
		details: { address, secondFactor: way },
	});
	return { kind: 'session', accountId, token };
}

/** Whose first step is done, and by what. */
interface FirstShown {
	accountId: number;
	name: string;
	passwordTemporary: boolean;
	byLink: boolean;
}

export interface SignInStep extends FirstShown {
	hasSecondFactor: boolean;
	/** Whether a code was given already. */
	secondStep: boolean;
}

/** Whose next step this is; null when it is over, or the account was disabled meanwhile. */
export async function readSignInStep(
	database: Database,
	tokenHash: string | null,
	now = new Date(),
): Promise<SignInStep | null> {
	if (tokenHash === null) return null;
	const [found] = await database
		.select({
			accountId: account.id,
			name: account.name,
			passwordTemporary: account.passwordTemporary,
			byLink: signInStep.byLink,
			secondStep: signInStep.secondStep,
		})
		.from(signInStep)
		.innerJoin(account, eq(account.id, signInStep.accountId))
		.where(
			and(
				eq(signInStep.tokenHash, tokenHash),
				gt(signInStep.expiresAt, now),
				isNull(account.disabledAt),
			),
		);
	if (!found) return null;
	const since = await secondFactorSince(database, found.accountId);
	return { ...found, hasSecondFactor: since !== null };
}
