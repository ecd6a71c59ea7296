import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { account, signInStep } from '../server/db/schema';
import { writeAudit } from './audit.server';
import { needsSecondFactor, secondFactorSince } from './second-factor.server';
import { hashSecret, newSecret } from './secret.server';
import { stepLifetimeSeconds } from './session-lifetime';
import { startSession } from './start-session.server';

/** What the first step of a sign-in led to: a session, or a step that asks for more. */
export type FirstStep = { kind: 'session'; token: string } | { kind: 'secondStep'; token: string };

interface Passed {
	account: { id: number; name: string };
	action: 'account.signIn' | 'account.signInByLink';
	address: string;
	userAgent: string;
	/** Hash of the session that the browser has already. */
	replaces: string | null;
	requireSecondFactor: boolean;
	now: Date;
}

/** After a password or a link: a session where that is enough. Call inside a transaction. */
export async function finishFirstStep(database: Database, passed: Passed): Promise<FirstStep> {
	const { id, name } = passed.account;
	const has = (await secondFactorSince(database, id)) !== null;
	const must = passed.requireSecondFactor && (await needsSecondFactor(database, id, passed.now));
	if (has || must) {
		const token = newSecret();
		const expiresAt = new Date(passed.now.getTime() + stepLifetimeSeconds * 1000);
		await database.delete(signInStep).where(lte(signInStep.expiresAt, passed.now));
		await database
			.insert(signInStep)
			.values({ tokenHash: hashSecret(token), accountId: id, expiresAt });
		return { kind: 'secondStep', token };
	}
	const { userAgent, replaces, now } = passed;
	const begun = { accountId: id, userAgent, replaces, secondStep: false, now };
	const token = await startSession(database, begun);
	await writeAudit(database, {
		actor: { accountId: id },
		action: passed.action,
		subject: `account:${name}`,
		details: { address: passed.address },
	});
	return { kind: 'session', token };
}

/** Whose second step this is; null when it is over, or the account was disabled meanwhile. */
export async function readSignInStep(
	database: Database,
	tokenHash: string | null,
	now = new Date(),
): Promise<{ accountId: number; name: string; hasSecondFactor: boolean } | null> {
	if (tokenHash === null) return null;
	const [found] = await database
		.select({ accountId: account.id, name: account.name })
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
