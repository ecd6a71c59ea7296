import { sql } from 'drizzle-orm';
import { dayList, idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { unitsAbove } from '../server/db/unit-tree';

/** What of the rules for periods is a number that figures are judged by. */
export type RuleColumn = 'register_margin_percent' | 'smallest_range';

/** @param startsOn one of the days that were asked about. */
export type NearestRule = (unitId: number, startsOn: string) => number | undefined;

/**
 * What the rules in force for periods that begin on some days say of each unit: those of the nearest unit
 * at or above it that has its own by then, else the country's; undefined before the first.
 */
export async function readNearestRules(
	database: Database,
	column: RuleColumn,
	unitIds: readonly number[],
	days: readonly string[],
): Promise<NearestRule> {
	const versions = await queryRows<{ day: string; unitId: number | null; value: number }>(
		database,
		sql`select distinct on (day, unit_id) day::text, unit_id as "unitId", ${sql.identifier(column)} as value
			from ${dayList(days)} asked join deadline_version on valid_from <= day
			order by day, unit_id, valid_from desc`,
	);
	const keyOf = (unitId: number | null, day: string) => `${unitId}:${day}`;
	const valueOf = new Map(versions.map(({ unitId, day, value }) => [keyOf(unitId, day), value]));
	const owners = new Set(versions.flatMap(({ unitId }) => unitId ?? []));
	const lines =
		owners.size === 0 || unitIds.length === 0
			? []
			: await queryRows<{ id: number; owners: number[] }>(
					database,
					sql`select start_id as id, jsonb_agg(line.id order by depth) as owners
						from ${unitsAbove(unitIds)} line where line.id in ${idList(owners)}
						group by start_id`,
				);
	const ownersOf = new Map(lines.map(({ id, owners: above }) => [id, above]));
	return (unitId, startsOn) =>
		[...(ownersOf.get(unitId) ?? []), null]
			.map((owner) => valueOf.get(keyOf(owner, startsOn)))
			.find((value) => value !== undefined);
}
