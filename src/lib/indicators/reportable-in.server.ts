import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { reportableCodes } from './rules.server';

/**
 * Codes that reports of at least one of these units are asked for: what is reportable at all, without
 * what a unit at or above them switched off. Intake takes the others too: forms live on in files.
 */
export async function reportableIn(
	database: Database,
	unitIds: readonly number[],
): Promise<ReadonlySet<string>> {
	const rows = await queryRows<{ code: string }>(
		database,
		sql`with recursive asked as (
				select jsonb_array_elements_text(${JSON.stringify([...new Set(unitIds)])}::jsonb)::int as id
			), upwards as (
				select id as unit_id, id as ancestor_id from asked
				union
				select upwards.unit_id, unit.parent_id
				from upwards join admin_unit unit on unit.id = upwards.ancestor_id
				where unit.parent_id is not null
			)
			select switch.indicator_code as code
			from upwards join indicator_switch switch on switch.unit_id = upwards.ancestor_id
			group by switch.indicator_code
			having count(distinct upwards.unit_id) = (select count(*) from asked)`,
	);
	const off = new Set(rows.map(({ code }) => code));
	return new Set([...reportableCodes].filter((code) => !off.has(code)));
}
