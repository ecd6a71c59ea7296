import { error } from '@sveltejs/kit';
import { isMonth } from '$lib/contracts/local-time';
import { readPinned, type Pinned } from '$lib/coverage/embed/read-pinned.server';
import type { Database } from '$lib/server/db/client';
import { NotFoundError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';

/** The version that `?thang=…&so=…` names; null where the address asks for what is newest. */
export function askedVersion(url: URL): { period: string; number: number } | null {
	const [period, number] = [url.searchParams.get('thang'), url.searchParams.get('so')];
	if (number === null) return null;
	if (period === null || !isMonth(period) || !/^\d{1,15}$/.test(number)) error(404, 'notFound');
	return { period, number: Number(number) };
}

/** @throws SvelteKit's error page for what was never a version, and for what was taken down. */
export const pinnedTo = (
	database: Database,
	scopeUnitId: number,
	asked: NonNullable<ReturnType<typeof askedVersion>>,
): Promise<Pinned> =>
	pageData(async () => {
		const pinned = await readPinned(database, scopeUnitId, asked);
		if (!pinned) throw new NotFoundError('There is no such version.');
		return pinned;
	});
