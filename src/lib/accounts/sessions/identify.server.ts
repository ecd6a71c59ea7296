import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '../../contracts/accounts';
import type { Config } from '../../server/config';
import type { Database } from '../../server/db/client';
import { actorOfBearer } from '../tokens/bearer.server';
import { renewSession } from './renew-session.server';
import { readSessionHash } from './session-cookie.server';
import { sessionIsValid } from './session-is-valid.server';

export interface Identity {
	actor: Actor | null;
	/** SHA-256 of the session token, hex; null for bearer tokens and visitors. */
	sessionHash: string | null;
}

const nobody: Identity = { actor: null, sessionHash: null };

/**
 * Who is asking. Pages know only the session cookie. The API knows bearer tokens, and the cookie
 * where no other site can have caused the request.
 */
export async function identify(
	database: Database,
	event: Pick<RequestEvent, 'request' | 'route' | 'url'>,
	{ requireSecondFactor }: Pick<Config, 'requireSecondFactor'>,
): Promise<Identity> {
	const { headers } = event.request;
	const authorization = headers.get('authorization');
	if (event.route.id?.startsWith('/api/')) {
		if (authorization !== null)
			return { actor: await actorOfBearer(database, authorization), sessionHash: null };
		if (!isSafe(event.request) && headers.get('origin') !== event.url.origin) return nobody;
	}
	const hash = readSessionHash(headers.get('cookie'), event.url);
	if (hash === null) return nobody;
	const actor = (await sessionIsValid(database, [hash], { requireSecondFactor })).get(hash);
	if (!actor) return nobody;
	await renewSession(database, hash);
	return { actor, sessionHash: hash };
}

const isSafe = ({ method }: Request) => method === 'GET' || method === 'HEAD';
