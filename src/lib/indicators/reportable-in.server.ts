import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { reportableCodes } from './rules.server';

/**
 * Codes that reports of this unit are asked for: what is reportable at all, without what a unit at or
 * above it switched off. Values of other codes are still taken, since forms live on in files.
 */
export async function reportableIn(
	database: Database,
	unitId: number,
): Promise<ReadonlySet<string>> {
	const rows = await queryRows<{ code: string }>(
		database,
		sql`with recursive upwards as (
				select id, parent_id from admin_unit where id = ${unitId}
				union
				select above.id, above.parent_id
				from admin_unit above join upwards on above.id = upwards.parent_id
			)
			select indicator_code as code from indicator_switch where unit_id in (select id from upwards)`,
	);
	const off = new Set(rows.map(({ code }) => code));
	return new Set([...reportableCodes].filter((code) => !off.has(code)));
}
