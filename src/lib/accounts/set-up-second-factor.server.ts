import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { writeAudit } from './audit.server';
import { secondStepLimiter } from './finish-sign-in.server';
import { confirmAppSecret, renewRecoveryCodes, takeAppCode } from './second-factor.server';

export type SecondFactorResult =
	/** To be shown once. */
	| { ok: true; recoveryCodes: string[] }
	| { ok: false; fault: 'wrong' }
	| { ok: false; fault: 'wait'; minutes: number };

/** By whoever is signed in, for themselves; for one who has a second factor the codes are renewed. */
export async function setUpSecondFactor(
	database: Database,
	actor: Actor,
	{ secret, code }: { secret: string | null; code: string },
	{ limiter = secondStepLimiter, now = new Date() } = {},
): Promise<SecondFactorResult> {
	const minutes = await limiter.attempt(actor.name);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	const { accountId } = actor;
	return database.transaction(async (transaction) => {
		const right =
			secret === null
				? await takeAppCode(transaction, accountId, code, now)
				: await confirmAppSecret(transaction, accountId, { secret, code }, now);
		if (!right) return { ok: false, fault: 'wrong' };
		await limiter.succeeded(actor.name);
		const recoveryCodes = await renewRecoveryCodes(transaction, accountId);
		await writeAudit(transaction, {
			actor,
			action: secret === null ? 'account.renewRecoveryCodes' : 'account.setUpSecondFactor',
			subject: `account:${actor.name}`,
		});
		return { ok: true, recoveryCodes };
	});
}
