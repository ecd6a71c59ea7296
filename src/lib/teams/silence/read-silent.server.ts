import { sql } from 'drizzle-orm';
import { boardKind } from '../../contracts/teams';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { silentMonths } from './silent-months';

/**
 * Which of the teams have been silent until a day: founded before those months, and neither a report
 * of their unit that stands nor an entry of theirs in the log falls into them.
 */
export async function readSilentTeams(
	database: Database,
	teamIds: readonly number[],
	day: string,
): Promise<Set<number>> {
	if (teamIds.length === 0) return new Set();
	const rows = await queryRows<{ id: number }>(
		database,
		sql`with since as (select (${day}::date - make_interval(months => ${silentMonths}))::date as day),
			active as (
				select distinct report.unit_id from report
				join reporting_period period on period.id = report.period_id
				where report.provisional_revision is not null
					and period.ends_on > (select day from since) and period.starts_on <= ${day}
			), logged as (
				select distinct unit_id, team_id from activity
				where cancelled_at is null and held_on > (select day from since) and held_on <= ${day}
			)
			select team.id from ${idList(teamIds)} asked (id)
			join team on team.id = asked.id and team.kind <> ${boardKind}
				and team.founded_on <= (select day from since)
			where not exists (select from active where active.unit_id = team.unit_id)
				and not exists (select from logged where logged.unit_id = team.unit_id
					and (logged.team_id is null or logged.team_id = team.id))`,
	);
	return new Set(rows.map(({ id }) => id));
}
