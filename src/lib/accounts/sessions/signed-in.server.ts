import { error } from '@sveltejs/kit';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';

/** Of a route that only signed-in people may open. */
export function signedIn({ actor, handle, sessionHash }: App.Locals): {
	actor: Actor;
	database: Database;
	sessionHash: string | null;
} {
	if (!actor) error(403, 'forbidden');
	return { actor, database: handle.database, sessionHash };
}
