import { sql } from 'drizzle-orm';
import { lookedAfter } from '../../accounts/access/areas.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { latestDuePeriod } from '../periods/periods.server';
import type { Standing } from './standing';
import { readStandingsOf } from './standing.server';

/**
 * How reporting stands in what the actor looks after as a member of a team or board, so far as the
 * actor's roles reach: communes first, each for the newest month that is due.
 */
export async function readAreas(
	database: Database,
	actor: Actor,
	now: Date,
): Promise<{ period: Period; areas: Standing[] }> {
	const units = await queryRows<{ id: number; level: string }>(
		database,
		sql`select unit.id, unit.level from admin_unit unit
			where unit.id in ${lookedAfter(actor, localDay(now))} order by unit.id`,
	);
	const of = (level: string) => units.filter((unit) => unit.level === level).map(({ id }) => id);
	const period = await latestDuePeriod(database, now, units[0]?.id ?? null);
	const areas: Standing[] = [];
	// Apart: a village among the areas may lie in a commune that is one as well.
	for (const ids of [of('commune'), of('village')])
		if (ids.length > 0) areas.push(...(await readStandingsOf(database, ids, period, now)));
	return { period, areas };
}
