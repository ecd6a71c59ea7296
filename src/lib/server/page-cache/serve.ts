import type { RequestEvent } from '@sveltejs/kit';
import { toAddress } from '../../messages/addresses';
import { app, httpServer } from '../app';
import { among } from '../db/among';
import { adminUnit } from '../db/schema';
import { catchUpOf } from '../live/catch-up';
import { network } from '../network';
import { keptRoutes } from './kept-routes';
import { PageCache } from './page-cache';
import { PagesAhead } from './pages-ahead';
import { publicMark } from './public-mark';
import { textFirst } from './text-first';

/** Where scripts/start.js finds it, which answers what is kept before anything else is done. */
const key = Symbol.for('nhip-so.page-cache');
const store = globalThis as { [key]?: PageCache };

/** Call once the database is open. */
export function keepPages(hasSession: (cookies: string) => boolean): void {
	const { recent } = catchUpOf(app().handle.database);
	store[key] = new PageCache(
		publicMark(recent),
		(cookies) => cookies === undefined || !hasSession(cookies),
	);
	const ahead = new PagesAhead(readHere, pathsOf);
	recent.followWith((changes) => {
		ahead.follow(changes);
	});
}

/** What a visitor reads at a path of this server, who asks the machine itself. */
async function readHere(path: string): Promise<string> {
	const listening = httpServer()?.address();
	if (typeof listening !== 'object' || !listening) return '';
	const { address, port } = listening;
	const everywhere = address === '::' || address === '0.0.0.0';
	const host = everywhere ? '127.0.0.1' : address.includes(':') ? `[${address}]` : address;
	return (await fetch(`http://${host}:${port}${path}`)).text();
}

/** Where communes have their pages, behind that of all of them. */
async function pathsOf(communes: readonly number[]): Promise<string[]> {
	const rows = await app()
		.handle.database.select({ code: adminUnit.code })
		.from(adminUnit)
		.where(among(adminUnit.id, communes));
	return ['/', ...rows.map(({ code }) => toAddress(`/commune/${code}`, 'vi'))];
}

type Asking = Pick<RequestEvent, 'getClientAddress' | 'request' | 'route' | 'url'> & {
	locals: Pick<App.Locals, 'actor'>;
};

/** What a page reads of its address, where it is one that is kept for visitors. */
const namesOf = ({ request, route }: Pick<Asking, 'request' | 'route'>) =>
	/^(?:GET|HEAD)$/.test(request.method) && route.id !== null ? keptRoutes[route.id] : undefined;

/** Whether a page is kept: whoever says by a cookie to be signed in is asked for it first. */
export const isKept = (event: Pick<Asking, 'request' | 'route'>): boolean =>
	namesOf(event) !== undefined;

/**
 * The page as it is kept, where it is one that is kept and a visitor asks. Whatever it doesn't read is taken
 * out of its address, which it may repeat.
 * @throws TooManyError where one network asks for too many at once.
 */
export function keptPage(event: Asking, write: () => Promise<Response>): Promise<Response> {
	const { request, url, locals } = event;
	const pages = store[key];
	const names = namesOf(event);
	if (!pages || !names || locals.actor) return write();
	for (const name of new Set(url.searchParams.keys()))
		if (!names.includes(name)) url.searchParams.delete(name);
	const asked = { request, names, network: networkOf(event) };
	return pages.answer(asked, async () => textFirst(await write()));
}

/** Whoever asks past the proxy, on the machine itself, has no address in its header. */
function networkOf({ getClientAddress, request }: Asking): string {
	const header = process.env.ADDRESS_HEADER;
	return header && !request.headers.has(header) ? '' : network(getClientAddress());
}

/** After somebody has changed something here: they see it at once, whatever it was. */
export function forgetPages(): void {
	store[key]?.clear();
}
