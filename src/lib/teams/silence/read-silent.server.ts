import { sql, type SQL } from 'drizzle-orm';
import { boardKind } from '../../contracts/teams/teams';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { rowsAsOf } from '../../server/db/rows-as-of';
import { stoodAt } from '../../server/db/stood-at';
import { silentMonths } from './silent-months';

/**
 * Which of the teams have been silent until a day: founded before those months, and neither a report
 * of their unit that stands nor an entry of theirs in the log falls into them.
 * @param at what had been recorded by this instant; null: all that is.
 */
export async function readSilentTeams(
	database: Database,
	teamIds: readonly number[],
	day: string,
	at: Date | null,
): Promise<Set<number>> {
	if (teamIds.length === 0) return new Set();
	const rows = await queryRows<{ id: number }>(
		database,
		sql`with since as (select (${day}::date - make_interval(months => ${silentMonths}))::date as day),
			active as (
				select distinct report.unit_id from report
				join reporting_period period on period.id = report.period_id
				where ${at === null ? sql`report.provisional_revision is not null` : stoodThen(instant(at))}
					and period.ends_on > (select day from since) and period.starts_on <= ${day}
			), logged as (
				select distinct unit_id, team_id from ${at === null ? heldNow : heldThen(instant(at))} held
				where held_on > (select day from since) and held_on <= ${day}
			)
			select team.id from ${idList(teamIds)} asked (id)
			join ${rowsAsOf('team', at)} team on team.id = asked.id and team.kind <> ${boardKind}
				and team.founded_on <= (select day from since)
			where not exists (select from active where active.unit_id = team.unit_id)
				and not exists (select from logged where logged.unit_id = team.unit_id
					and (logged.team_id is null or logged.team_id = team.id))`,
	);
	return new Set(rows.map(({ id }) => id));
}

const stoodThen = (at: SQL): SQL => sql`exists (select from report_revision revision
	where revision.report_id = report.id and ${stoodAt(at)})`;

const heldNow = sql`(select unit_id, team_id, held_on from activity where cancelled_at is null)`;

/** Before it is changed, an entry's content is kept. */
const heldThen = (at: SQL): SQL => sql`(select unit_id, team_id, coalesce(
		(select (change.before ->> 'heldOn')::date from activity_change change
			where change.activity_id = activity.id and change.changed_at > ${at} order by change.id limit 1),
		held_on) as held_on
	from activity where recorded_at <= ${at} and (cancelled_at is null or cancelled_at > ${at}))`;
