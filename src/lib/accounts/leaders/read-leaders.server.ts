import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { linkLifetimeDays } from './issue-links.server';
import { hasUnitsBelow } from './leaders.server';
import { listLeaders, listUnitsBelow } from './list-leaders.server';

const unitsListed = 200;

/** The leaders below the actor, and the units for which they may make an account. */
export async function readLeaders(
	database: Database,
	actor: Actor,
	{ search, page }: { search: string; page: number },
) {
	const units = await listUnitsBelow(database, actor, { search, limit: unitsListed });
	return {
		search,
		linkLifetimeDays,
		hasUnits: await hasUnitsBelow(database, actor),
		list: await listLeaders(database, actor, { search, page }),
		units,
		unitsCut: units.length === unitsListed,
	};
}
