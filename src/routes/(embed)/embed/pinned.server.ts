import { error } from '@sveltejs/kit';
import { readPinned, type Pinned } from '$lib/coverage/embed/read-pinned.server';
import type { Database } from '$lib/server/db/client';

const isMonth = (text: string | null) => text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The version that `?thang=…&so=…` names; null where the address asks for what is newest. */
export function askedVersion(url: URL): { period: string; number: number } | null {
	const [period, number] = [url.searchParams.get('thang'), url.searchParams.get('so')];
	if (number === null) return null;
	if (period === null || !isMonth(period) || !/^\d{1,15}$/.test(number)) error(404, 'notFound');
	return { period, number: Number(number) };
}

export async function pinnedTo(
	database: Database,
	scopeUnitId: number,
	asked: NonNullable<ReturnType<typeof askedVersion>>,
): Promise<Pinned> {
	const pinned = await readPinned(database, scopeUnitId, asked);
	if (!pinned) error(404, 'notFound');
	return pinned;
}
