import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account, signInLink } from '../../server/db/schema';
import { linkWasUsed } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import { hashCode } from '../code-hash.server';
import { needsSecondFactor } from '../second-factor/second-factor.server';
import { hashSecret } from '../secret.server';
import { codeLength, normalizeCode } from '../short-code.server';
import { linkLimiter } from './link-limiter.server';
import { finishFirstStep, type NextStep, type Visit } from './sign-in-step.server';

export interface LinkUse extends Visit {
	/** As it was typed, or as it stands in the link. */
	code: string;
	requireSecondFactor: boolean;
}

export type LinkResult =
	| ({ ok: true } & NextStep)
	| { ok: false; fault: 'wrong' }
	| { ok: false; fault: 'wait'; minutes: number };

/**
 * Uses a link up. One answer for a code that never was, is used, revoked or too old, and for one of
 * an account that may do by now what asks for a second factor: a link never opens that.
 */
export async function signInByLink(
	database: Database,
	given: LinkUse,
	{ limiter = linkLimiter(database), now = new Date() } = {},
): Promise<LinkResult> {
	const { address } = given;
	const code = normalizeCode(given.code);
	// Shorter ones, handed out before, could be guessed: they are counted before they are looked at.
	const guessable = code.length < codeLength;
	const counted = guessable ? await limiter.attempt(address) : 0;
	if (counted > 0) return { ok: false, fault: 'wait', minutes: counted };
	const hashes = [await hashCode(code, 'sign-in link'), hashSecret(code)];
	const step = await database.transaction((transaction) =>
		useLink(transaction, given, hashes, now),
	);
	if (step !== null) {
		if (guessable) await limiter.succeeded(address);
		return { ok: true, ...step };
	}
	const minutes = guessable ? 0 : await limiter.attempt(address);
	return minutes > 0 ? { ok: false, fault: 'wait', minutes } : { ok: false, fault: 'wrong' };
}

async function useLink(
	transaction: Database,
	given: LinkUse,
	hashes: string[],
	now: Date,
): Promise<NextStep | null> {
	const [used] = await transaction
		.update(signInLink)
		.set({ usedAt: now })
		.where(
			and(
				inArray(signInLink.codeHash, hashes),
				isNull(signInLink.usedAt),
				isNull(signInLink.revokedAt),
				gt(signInLink.expiresAt, now),
			),
		)
		.returning({ id: signInLink.id, accountId: signInLink.accountId });
	const [found] = used
		? await transaction
				.select()
				.from(account)
				.where(and(eq(account.id, used.accountId), isNull(account.disabledAt)))
		: [];
	if (!used || !found || (await needsSecondFactor(transaction, found.id, now))) {
		await writeAudit(transaction, {
			actor: null,
			action: 'account.signInFailed',
			subject: found ? `account:${found.name}` : 'account',
			details: { address: given.address, way: 'link' },
		});
		return null;
	}
	await linkWasUsed(transaction, used.id, now);
	return finishFirstStep(transaction, { ...given, account: found, byLink: true, now });
}
