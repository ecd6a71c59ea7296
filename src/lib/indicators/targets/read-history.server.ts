import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';

/** Every target that was set until an instant for the share of households able in all five skills, by local day. */
export function readCoverageTargetsSet(
	database: Database,
	unitId: number,
	until: Date,
): Promise<{ day: string; year: number; share: number }[]> {
	return queryRows<{ day: string; year: number; share: number } & Record<string, unknown>>(
		database,
		sql`select (set_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day, year, value::float8 as share
			from target where unit_id = ${unitId} and indicator_code = 'allFiveShare' and value is not null
				and set_at <= ${instant(until)}
			order by set_at`,
	);
}
