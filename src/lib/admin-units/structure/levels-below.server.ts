import { sql } from 'drizzle-orm';
import { unitLevels, type UnitLevel } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';

/** The levels of a day on which units lie below another: districts were until July 2025. */
export async function readLevelsBelow(
	database: Database,
	unitId: number,
	day: string,
): Promise<Exclude<UnitLevel, 'country'>[]> {
	const rows = await queryRows<{ level: string }>(
		database,
		sql`select distinct level from ${unitsBelow(unitId, { on: day })} below where depth > 0`,
	);
	return unitLevels
		.filter((level) => level !== 'country')
		.filter((level) => rows.some((row) => row.level === level));
}
