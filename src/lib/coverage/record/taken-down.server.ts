import { sql, type SQL } from 'drizzle-orm';
import type { TakenDown } from '../../contracts/publication';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';

const told = sql`jsonb_build_object('at', ${isoInstant(sql`gone.at`)}, 'reason', gone.reason)`;

/** How a row of the record, called `entry`, was taken down, as `TakenDown`; null where it wasn't. */
export const entryTakenDown: SQL = sql`(select ${told} from take_down gone
	where gone.period_id = entry.period_id and entry.unit_id = any(gone.unit_ids)
		and entry.number >= gone.number and entry.number < gone.before_number
	order by gone.at limit 1)`;

/**
 * How a picture of a whole month was taken down, as `TakenDown`; null where it wasn't. A picture is of all
 * places under one number: it goes as soon as the figures of one of them were taken down.
 */
export const pictureTakenDown = (periodId: SQL, number: SQL): SQL =>
	sql`(select ${told} from take_down gone
		where gone.period_id = ${periodId} and ${number} >= gone.number and ${number} < gone.before_number
		order by gone.at limit 1)`;

export async function readPictureTakenDown(
	database: Database,
	{ period, number }: { period: string; number: number },
): Promise<TakenDown | null> {
	const [found] = await queryRows<{ takenDown: TakenDown | null }>(
		database,
		sql`select ${pictureTakenDown(sql`period.id`, sql`${number}::bigint`)} as "takenDown"
			from reporting_period period where period.code = ${period}`,
	);
	return found?.takenDown ?? null;
}
