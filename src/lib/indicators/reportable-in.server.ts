import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { reportableCodes } from './rules.server';
import { unitsAbove } from '../server/db/unit-tree';

/**
 * Codes that reports of at least one of these units are asked for: what is reportable at all, without
 * what a unit at or above them switched off. Intake takes the others too: forms live on in files.
 */
export async function reportableIn(
	database: Database,
	unitIds: readonly number[],
): Promise<ReadonlySet<string>> {
	const asked = new Set(unitIds);
	const rows = await queryRows<{ code: string }>(
		database,
		sql`select switch.indicator_code as code
			from ${unitsAbove(asked)} line join indicator_switch switch on switch.unit_id = line.id
			group by switch.indicator_code
			having count(distinct line.start_id) = ${asked.size}`,
	);
	const off = new Set(rows.map(({ code }) => code));
	return new Set([...reportableCodes].filter((code) => !off.has(code)));
}
