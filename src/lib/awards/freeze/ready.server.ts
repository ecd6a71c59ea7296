import type { Database } from '../../server/db/client';
import { listPublishedCriteria } from '../criteria/read.server';
import { readPublicPeers } from '../peers/read-peers.server';
import { readCategories } from '../season/read.server';

/** Names of scored categories that lack something before the figures are frozen. */
export interface Lacking {
	/** None are in force: nothing is frozen without them. */
	criteria: string[];
	/** They were not fixed before the season, which can't be made good. */
	peers: string[];
}

export async function readLacking(database: Database, seasonId: number): Promise<Lacking> {
	const [categories, published, { fixed }] = await Promise.all([
		readCategories(database, seasonId),
		listPublishedCriteria(database, seasonId),
		readPublicPeers(database, seasonId),
	]);
	const namesWithout = (had: readonly { categoryId: number }[]) => {
		const ids = new Set(had.map(({ categoryId }) => categoryId));
		return categories
			.filter(({ id, kind }) => kind !== 'individual' && !ids.has(id))
			.map(({ name }) => name);
	};
	return {
		criteria: namesWithout(published.filter(({ state }) => state === 'inForce')),
		peers: namesWithout(fixed),
	};
}
