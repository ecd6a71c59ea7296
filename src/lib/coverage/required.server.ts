import { sql } from 'drizzle-orm';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';

/**
 * How many reports are due in a period from each commune: one from every village that exists and has
 * a team on the day its report is due, or one from the commune itself where no village has a team.
 * Nothing is due from a commune founded after its own deadline, nor before the first team that is
 * known was founded; while no team is known at all, communes report by themselves.
 */
export async function readRequiredReports(
	database: Database,
	communeIds: readonly number[],
	period: Period,
): Promise<Map<number, number>> {
	if (communeIds.length === 0) return new Map();
	const dueDay = localDay(new Date(period.due.village));
	const communeDueDay = localDay(new Date(period.due.commune));
	const rows = await queryRows<{ id: number; required: number }>(
		database,
		sql`select commune.id, case
				when count(village.id) > 0 then count(distinct village.id)::int
				when commune.valid_from < ${communeDueDay}
					and coalesce((select min(founded_on) from team) <= ${dueDay}, true) then 1
				else 0 end as required
			from admin_unit commune
			left join (admin_unit village join team on team.unit_id = village.id
				and team.founded_on <= ${dueDay} and (team.closed_on is null or team.closed_on > ${dueDay}))
				on village.parent_id = commune.id
				and village.valid_from < ${dueDay}
				and (village.valid_to is null or village.valid_to > ${period.endsOn})
			where commune.id in ${[...communeIds]}
			group by commune.id`,
	);
	return new Map(rows.map(({ id, required }) => [id, required]));
}
