import { eq } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { account, session } from '../../server/db/schema';
import { knownDevice } from '../sessions/trusted-device.server';
import { passwordLimiter, type Guesser } from '../sign-in/guess-limiter.server';
import { verifyPassword } from '../sign-in/password.server';
import { minuteLength } from '../../contracts/local-time';

export interface Proof {
	password: string;
	/** Where the request comes from. */
	address: string;
	/** Hash of the browser's own token. */
	device?: string | null;
	sessionHash: string | null;
}

export type OwnerResult =
	| { ok: true; byLink: boolean; hasPassword: boolean }
	| { ok: false; fault: 'wrong' }
	/** Without a password the session has to be new. */
	| { ok: false; fault: 'stale' }
	| { ok: false; fault: 'wait'; minutes: number };

/** For how long a sign-in by a link stands in for a password that there isn't. */
const freshMinutes = 15;

/**
 * Asks again who is there, before what would make an account somebody else's: a screen may have been
 * left open, a cookie copied. By the password; an account that has none, and comes by links alone, by
 * having used one within the last minutes. Guessing is limited like signing in.
 */
export async function confirmOwner(
	database: Database,
	actor: Actor,
	given: Proof,
	{ limiter = passwordLimiter(database), now = new Date() } = {},
): Promise<OwnerResult> {
	const [found] = await database.select().from(account).where(eq(account.id, actor.accountId));
	const begun = await readSession(database, given.sessionHash);
	// What no session shows may have come by a link.
	const byLink = begun?.byLink ?? true;
	if (found?.passwordHash === null) {
		const age = now.getTime() - (begun?.createdAt.getTime() ?? 0);
		return age <= freshMinutes * minuteLength
			? { ok: true, byLink, hasPassword: false }
			: { ok: false, fault: 'stale' };
	}
	const guesser = await ownGuesser(database, actor, given, now);
	const minutes = await limiter.attempt(actor.name, guesser);
	if (minutes > 0) return { ok: false, fault: 'wait', minutes };
	if (!(await verifyPassword(found?.passwordHash ?? null, given.password)))
		return { ok: false, fault: 'wrong' };
	await limiter.succeeded(actor.name, guesser);
	return { ok: true, byLink, hasPassword: true };
}

/** A session is counted like a network of its own: who guesses from the owner's doesn't slow it down. */
export async function ownGuesser(
	database: Database,
	{ name }: Pick<Actor, 'name'>,
	{ address, device = null, sessionHash }: Omit<Proof, 'password'>,
	now: Date,
): Promise<Guesser> {
	return {
		address: sessionHash ?? address,
		device: await knownDevice(database, name, device, now),
	};
}

async function readSession(database: Database, hash: string | null) {
	if (hash === null) return undefined;
	const [found] = await database.select().from(session).where(eq(session.tokenHash, hash));
	return found;
}
