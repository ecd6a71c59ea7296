import { sql } from 'drizzle-orm';
import type { UnitFigures } from '../../contracts/coverage';
import { addDays } from '../../contracts/local-time';
import type { TakenDown } from '../../contracts/publication';
import { queryRows, type Database } from '../../server/db/client';
import { entryTakenDown } from './taken-down.server';

/** A month as everybody saw it at the end of a day. */
export interface MonthAsOf {
	/** `2026-10`. */
	period: string;
	/** Null where they were taken down. */
	figures: UnitFigures | null;
	takenDown: TakenDown | null;
}

/** What was public of a unit at the end of a local day, the newest month first. */
export function readAsOf(database: Database, unitId: number, day: string): Promise<MonthAsOf[]> {
	const end = sql`((${addDays(day, 1)}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
	return queryRows<MonthAsOf & Record<string, unknown>>(
		database,
		sql`select period.code as period, newest."takenDown",
				case when newest."takenDown" is null then newest.figures end as figures
			from (
				select distinct on (entry.period_id) entry.period_id, entry.figures, ${entryTakenDown} as "takenDown"
				from published_figures entry
				where entry.unit_id = ${unitId}
					and coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at) < ${end}
				order by entry.period_id, entry.number desc
			) newest
			join reporting_period period on period.id = newest.period_id
			where newest.figures is not null and period.kind = 'month'
			order by period.starts_on desc`,
	);
}
