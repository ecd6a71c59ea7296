import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { endKnowledge } from '../access/credential-knowledge.server';
import { writeAudit } from '../audit/audit.server';
import {
	confirmOwner,
	ownGuesser,
	type OwnerResult,
	type Proof,
} from '../own-account/confirm-owner.server';
import { codeLimiter, passwordLimiter } from '../sign-in/guess-limiter.server';
import { renewRecoveryCodes } from './recovery-codes.server';
import { confirmAppSecret, takeAppCode } from './second-factor.server';

export type SecondFactorResult =
	/** To be shown once. */
	| { ok: true; recoveryCodes: string[] }
	/** Whoever came by a link enrols nothing: the link's issuer could have. */
	| { ok: false; fault: 'wrong' | 'wrongPassword' | 'byLink' }
	| { ok: false; fault: 'wait'; minutes: number };

interface SetUp extends Proof {
	/** Of the app; null to renew the recovery codes of one in use. */
	secret: string | null;
	code: string;
}

/**
 * By whoever is signed in, for themselves, and with the password; for one who has a second factor the
 * codes are renewed, for which the app's code is proof enough.
 */
export async function setUpSecondFactor(
	database: Database,
	actor: Actor,
	given: SetUp,
	{ limiter = codeLimiter(database), passwords = passwordLimiter(database), now = new Date() } = {},
): Promise<SecondFactorResult> {
	const { secret, code } = given;
	const { accountId, name } = actor;
	if (secret !== null) {
		const owner = await confirmOwner(database, actor, given, { limiter: passwords, now });
		const refused = refusalOf(owner);
		if (refused) return refused;
	}
	const guesser = await ownGuesser(database, actor, given, now);
	const minutes = await limiter.attempt(name, guesser);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	const recoveryCodes = await database.transaction(async (transaction) => {
		const right =
			secret === null
				? await takeAppCode(transaction, accountId, code, now)
				: await confirmAppSecret(transaction, accountId, { secret, code }, now);
		if (!right) return null;
		if (secret !== null)
			await endKnowledge(transaction, { accountId, kinds: ['secondFactor'] }, now);
		await writeAudit(transaction, {
			actor,
			action: secret === null ? 'account.renewRecoveryCodes' : 'account.setUpSecondFactor',
			subject: `account:${name}`,
		});
		return renewRecoveryCodes(transaction, accountId);
	});
	if (recoveryCodes === null) return { ok: false, fault: 'wrong' };
	await limiter.succeeded(name, guesser);
	return { ok: true, recoveryCodes };
}

function refusalOf(owner: OwnerResult): Extract<SecondFactorResult, { ok: false }> | null {
	if (owner.ok) return owner.byLink ? { ok: false, fault: 'byLink' } : null;
	if (owner.fault === 'stale') return { ok: false, fault: 'byLink' };
	return owner.fault === 'wrong' ? { ok: false, fault: 'wrongPassword' } : owner;
}
