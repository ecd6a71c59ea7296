import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { writeAudit } from '../audit/audit.server';
import { confirmOwner, type Proof } from '../own-account/confirm-owner.server';
import { endSessions } from '../sessions/end-sessions.server';
import { passwordLimiter } from './guess-limiter.server';
import { passwordFault } from './password-fault.server';
import type { PasswordFault } from './password-rules';
import { hashPassword } from './password.server';
import { storeOwnPassword } from './store-password.server';

/** `sessionHash` is the session that stays; the account's others end. */
export interface PasswordChange extends Omit<Proof, 'password'> {
	current: string;
	next: string;
	/** The new one once more. */
	repeated: string;
}

export type PasswordChangeResult =
	| { ok: true }
	| { ok: false; fault: PasswordFault | 'different' | 'wrong' | 'unchanged' | 'stale' }
	| { ok: false; fault: 'wait'; minutes: number };

export async function changePassword(
	database: Database,
	actor: Actor,
	given: PasswordChange,
	{ limiter = passwordLimiter(database), now = new Date() } = {},
): Promise<PasswordChangeResult> {
	const { current, next, sessionHash } = given;
	const weak = passwordFault(next, actor.name);
	if (weak) return { ok: false, fault: weak };
	if (next !== given.repeated) return { ok: false, fault: 'different' };
	const owner = await confirmOwner(
		database,
		actor,
		{ ...given, password: current },
		{ limiter, now },
	);
	if (!owner.ok) return owner;
	if (owner.hasPassword && next === current) return { ok: false, fault: 'unchanged' };
	const chosen = { passwordHash: await hashPassword(next), byLink: owner.byLink };
	await database.transaction(async (transaction) => {
		await storeOwnPassword(transaction, actor.accountId, chosen, now);
		const endedSessions = await endSessions(transaction, actor.accountId, sessionHash);
		await writeAudit(transaction, {
			actor,
			action: 'account.changePassword',
			subject: `account:${actor.name}`,
			details: { endedSessions },
		});
	});
	return { ok: true };
}
