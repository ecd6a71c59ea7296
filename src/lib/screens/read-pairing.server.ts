import { eq } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { screenPairing } from '../server/db/schema';

/** What a screen that waits shows; null when it has to ask for a code. */
export type ShownPairing =
	| { state: 'waiting'; code: string; expiresAt: Date }
	| { state: 'refused' }
	| null;

/** @param tokenHash of the secret in the screen's cookie. */
export async function readPairing(
	database: Database,
	tokenHash: string | null,
	now: Date,
): Promise<ShownPairing> {
	if (tokenHash === null) return null;
	const [found] = await database
		.select()
		.from(screenPairing)
		.where(eq(screenPairing.tokenHash, tokenHash));
	if (!found || found.expiresAt <= now || found.screenId !== null) return null;
	if (found.refusedAt !== null) return { state: 'refused' };
	return { state: 'waiting', code: found.code, expiresAt: found.expiresAt };
}
