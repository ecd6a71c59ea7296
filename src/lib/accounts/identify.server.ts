import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';

/** Who is asking, from the session cookie or the bearer token; nobody when neither is valid. */
export async function identify(
	database: Database,
	event: RequestEvent,
): Promise<{ actor: Actor | null; sessionHash: string | null }> {
	void database;
	void event;
	return { actor: null, sessionHash: null };
}
