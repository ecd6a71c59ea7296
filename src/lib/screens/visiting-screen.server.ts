import type { RequestEvent } from '@sveltejs/kit';
import { isOfWall } from '../accounts/access/policy.server';
import type { ScreenViewer } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { identifyScreen } from './identify-screen.server';
import { renewToken } from './renew-token.server';
import { readScreenHash, setScreenCookie } from './screen-cookie.server';

/** What a screen asks for beside the wall: everywhere else nobody looks at its token. */
const data = new Set<string | null>(['/api/v1/snapshot', '/api/v1/changes']);
/** Where it gets a new token: asked for one at a time, so that no answer overtakes another. */
const renewing: string | null = '/(wall)/wall';

/** The paired screen that asks; null for everybody else, and for whatever isn't just read. */
export async function visitingScreen(
	database: Database,
	{ cookies, request, route, url }: Pick<RequestEvent, 'cookies' | 'request' | 'route' | 'url'>,
	now = new Date(),
): Promise<ScreenViewer | null> {
	if (request.method !== 'GET' || (!isOfWall(route.id) && !data.has(route.id))) return null;
	const tokenHash = readScreenHash(request.headers.get('cookie'), url);
	if (tokenHash === null) return null;
	const viewer = await identifyScreen(database, tokenHash, now);
	if (viewer && route.id === renewing) {
		const token = await renewToken(database, tokenHash, now);
		if (token !== null) setScreenCookie(cookies, url, token);
	}
	return viewer;
}
