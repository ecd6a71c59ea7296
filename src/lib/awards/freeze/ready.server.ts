import type { Database } from '../../server/db/client';
import { listPublishedCriteria } from '../criteria/read.server';
import { readCategories } from '../season/read.server';

/** Names of the scored categories that have no criteria in force: without them nothing is frozen. */
export async function unreadyCategories(database: Database, seasonId: number): Promise<string[]> {
	const published = await listPublishedCriteria(database, seasonId);
	const ready = new Set(
		published.filter(({ state }) => state === 'inForce').map(({ categoryId }) => categoryId),
	);
	return (await readCategories(database, seasonId))
		.filter(({ id, kind }) => kind !== 'individual' && !ready.has(id))
		.map(({ name }) => name);
}
