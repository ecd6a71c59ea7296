import { sql } from 'drizzle-orm';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { unitsAbove } from '../server/db/unit-tree';

/** What of the rules for periods is a number that figures are judged by. */
export type RuleColumn = 'register_margin_percent' | 'smallest_range';

/**
 * What the rules in force for a period that begins on a day say of each unit: those of the nearest unit
 * at or above it that has its own, else the country's; undefined before the first.
 */
export async function readNearestRules(
	database: Database,
	column: RuleColumn,
	unitIds: readonly number[],
	startsOn: string,
): Promise<(unitId: number) => number | undefined> {
	const versions = await queryRows<{ unitId: number | null; value: number }>(
		database,
		sql`select distinct on (unit_id) unit_id as "unitId", ${sql.identifier(column)} as value
			from deadline_version where valid_from <= ${startsOn}
			order by unit_id, valid_from desc`,
	);
	const valueOf = new Map(versions.map(({ unitId, value }) => [unitId, value]));
	const owners = versions.flatMap(({ unitId }) => unitId ?? []);
	const nearest =
		owners.length === 0 || unitIds.length === 0
			? []
			: await queryRows<{ id: number; ownerId: number }>(
					database,
					sql`select distinct on (start_id) start_id as id, line.id as "ownerId"
						from ${unitsAbove(unitIds)} line where line.id in ${idList(owners)}
						order by start_id, depth`,
				);
	const ownerOf = new Map(nearest.map(({ id, ownerId }) => [id, ownerId]));
	return (unitId) => valueOf.get(ownerOf.get(unitId) ?? null) ?? valueOf.get(null);
}
