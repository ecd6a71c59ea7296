import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { account, signInLink } from '../server/db/schema';
import { AttemptLimiter } from './attempt-limiter.server';
import { writeAudit } from './audit.server';
import { hashSecret } from './secret.server';
import { normalizeCode } from './short-code';
import { network } from './sign-in-limiter.server';
import { finishFirstStep, type FirstStep } from './sign-in-step.server';

export interface LinkUse {
	/** As it was typed, or as it stands in the link. */
	code: string;
	/** Where the request comes from. */
	address: string;
	userAgent: string;
	/** Hash of the session that the browser has already. */
	replaces: string | null;
	requireSecondFactor: boolean;
}

export type LinkResult =
	| ({ ok: true } & FirstStep)
	| { ok: false; fault: 'wrong' }
	| { ok: false; fault: 'wait'; minutes: number };

/**
 * A code has 39 bits: enough as long as guessing is slow, from one address and from all of them.
 * 300 wrong ones in 15 minutes find one of 1,000 open codes about once in 80 years.
 */
export class LinkLimiter {
	readonly #address = new AttemptLimiter({ failures: 10, minutes: 15 });
	readonly #everywhere = new AttemptLimiter({ failures: 300, minutes: 15 });

	async attempt(address: string): Promise<number> {
		return (
			(await this.#address.attempt(network(address))) || (await this.#everywhere.attempt('all'))
		);
	}

	async succeeded(address: string): Promise<void> {
		await this.#address.succeeded(network(address));
		await this.#everywhere.succeeded('all');
	}
}

export const linkLimiter = new LinkLimiter();

/** Uses a link up. One answer for a code that never was, is used, revoked or too old. */
export async function signInByLink(
	database: Database,
	given: LinkUse,
	{ limiter = linkLimiter, now = new Date() }: { limiter?: LinkLimiter; now?: Date } = {},
): Promise<LinkResult> {
	const { address } = given;
	const minutes = await limiter.attempt(address);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	return database.transaction(async (transaction) => {
		const [used] = await transaction
			.update(signInLink)
			.set({ usedAt: now })
			.where(
				and(
					eq(signInLink.codeHash, hashSecret(normalizeCode(given.code))),
					isNull(signInLink.usedAt),
					isNull(signInLink.revokedAt),
					gt(signInLink.expiresAt, now),
				),
			)
			.returning({ accountId: signInLink.accountId });
		const [found] = used
			? await transaction
					.select({ id: account.id, name: account.name })
					.from(account)
					.where(and(eq(account.id, used.accountId), isNull(account.disabledAt)))
			: [];
		if (!found) {
			await writeAudit(transaction, {
				actor: null,
				action: 'account.signInFailed',
				subject: 'account',
				details: { address, way: 'link' },
			});
			return { ok: false, fault: 'wrong' };
		}
		await limiter.succeeded(address);
		const { userAgent, replaces, requireSecondFactor } = given;
		const step = await finishFirstStep(transaction, {
			account: found,
			action: 'account.signInByLink',
			address,
			userAgent,
			replaces,
			requireSecondFactor,
			now,
		});
		return { ok: true, ...step };
	});
}
