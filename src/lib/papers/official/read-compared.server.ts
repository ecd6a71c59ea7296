import { sql } from 'drizzle-orm';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import { nameCompared } from './name-units.server';
import type { ComparedFigure } from './periodic-report';
import { readSpanFigures } from './read-figures.server';

/**
 * What several owners count of the same thing below a unit, side by side, as it was reported for a
 * period. Only organisations count anything that places do too: without them nothing is read.
 */
export async function readCompared(
	database: Database,
	unitId: number,
	period: Pick<Period, 'startsOn' | 'endsOn'>,
): Promise<ComparedFigure[]> {
	const organisations = await queryRows(
		database,
		sql`select id from ${unitsBelow(unitId)} below where level = 'organisation' limit 1`,
	);
	if (organisations.length === 0) return [];
	return nameCompared(database, await readSpanFigures(database, unitId, period, 'provisional'));
}
