import { sql } from 'drizzle-orm';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import type { CompositionRule } from '../composition';

/**
 * Units that are no more and that set one of the rules, by the unit whose place came from them:
 * what became of communes tells, and only where nothing is known of those, what became of provinces.
 */
export async function readFormerUnits(
	database: Database,
	rules: readonly CompositionRule[],
	unitIds: readonly number[],
): Promise<Map<number, number[]>> {
	const ended = rules.flatMap(({ unitId, setBy }) => (setBy?.endedOn && unitId ? [unitId] : []));
	if (ended.length === 0 || unitIds.length === 0) return new Map();
	const rows = await queryRows<{ unitId: number; formerIds: number[] }>(
		database,
		sql`with recursive back as (
				select unit.id as origin, unit.id, unit.parent_id, unit.level, false as by_province
				from admin_unit unit
				where unit.id in ${idList(new Set(unitIds))}
				union
				select back.origin, next.id, next.parent_id, next.level,
					back.by_province or (back.level = 'province' and next.level = 'province')
				from back
				cross join lateral (
					select back.parent_id as id
					union all
					select old_unit_id from unit_lineage where new_unit_id = back.id
				) step
				join admin_unit next on next.id = step.id
			), known as (
				select origin from back join unit_lineage lineage on lineage.new_unit_id = back.id
				where back.level <> 'province'
			)
			select origin as "unitId", array_agg(distinct id) as "formerIds" from back
			where id in ${idList(new Set(ended))}
				and (not by_province or origin not in (select origin from known))
			group by origin`,
	);
	return new Map(rows.map(({ unitId, formerIds }) => [unitId, formerIds]));
}
