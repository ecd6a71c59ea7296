import { app } from '../app';
import { catchUpOf } from '../live/catch-up';
import { keptRoutes } from './kept-routes';
import { PageCache } from './page-cache';
import { publicMark } from './public-mark';
import { textFirst } from './text-first';

/** Where scripts/start.js finds it, which answers what is kept before anything else is done. */
const key = Symbol.for('nhip-so.page-cache');
const store = globalThis as { [key]?: PageCache };

/** Call once the database is open. */
export function keepPages(hasSession: (cookies: string) => boolean): void {
	store[key] = new PageCache(
		publicMark(catchUpOf(app().handle.database).recent),
		(cookies) => cookies === undefined || !hasSession(cookies),
	);
}

/** The page as it is kept, where it is one that is kept. */
export function keptPage(
	{ request, route }: { request: Request; route: { id: string | null } },
	write: () => Promise<Response>,
): Promise<Response> {
	const pages = store[key];
	const isKept = request.method === 'GET' && route.id !== null && keptRoutes.includes(route.id);
	return pages && isKept ? pages.answer(request, async () => textFirst(await write())) : write();
}

/** After somebody has changed something here: they see it at once, whatever it was. */
export function forgetPages(): void {
	store[key]?.clear();
}
