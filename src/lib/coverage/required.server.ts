import { sql, type SQL } from 'drizzle-orm';
import type { Period } from '../contracts/reports';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { endsAfter, unitsAbove } from '../server/db/unit-tree';
import { exactInstant } from '../server/db/instant';

/** From how many households on a register a special zone reports by itself, like any commune. */
const inhabited = 100;

/** The local day that an instant lies in. */
const localDay = (instant: SQL): SQL => sql`(${instant} at time zone interval '7 hours')::date`;

/** `deadlineLevelOf` in a statement. */
const deadlineLevel = (level: SQL): SQL =>
	sql`(case ${level} when 'organisation' then 'district' when 'country' then 'province' else ${level} end)`;

/** Whether a unit has a team on a day. @param team what has its days of founding and closing. */
const hasTeam = (team: string): SQL => {
	const alias = sql.identifier(team);
	return sql`(${alias}.founded_on <= due.day and (${alias}.closed_on is null or ${alias}.closed_on > due.day))`;
};

/**
 * The one rule of who must report for a period: a village of a standing commune that has a team on
 * the day its report is due, an organisation every month, and a commune, for itself or for its villages,
 * a district and a province, for what they did themselves, once the first team that is known was founded; while none is known at all, communes report. Of a
 * commune that doesn't report by itself only its villages' teams are asked. A unit stands that was
 * founded before the day and ended neither before it nor within the period.
 */
const isRequired = sql`(alike.valid_from < due.day
	and ${endsAfter('alike', sql`greatest(due.ends_on, due.day - 1)`)}
	and case alike.level
		when 'village' then coalesce(${hasTeam('alike')}, false) or alike.with_teams_id is not null
			and exists (select from team where team.unit_id = alike.with_teams_id and ${hasTeam('team')})
		when 'organisation' then due.kind = 'month'
		else coalesce((select min(founded_on) from team where kind <> 'board') <= due.village_day, true) and alike.reports_by_itself
	end
	and (due.asker_id is null or due.asker_id = any(alike.line)))`;

/**
 * Sub-query `(unit_ids, parent_id, level, period_id, due_at, grace_days, required)`: as
 * `requirements`, but for all units of one parent at once that nothing tells apart within the periods:
 * the country has 30 times as many villages as kinds of them.
 */
function requirementsOfAlike(units: SQL, periods: readonly Period[]): SQL {
	const asked = periods.map(({ id, kind, endsOn, due }) => ({ id, kind, due, ends_on: endsOn }));
	return sql`(
		with period as materialized (
			select asked.*, made.unit_id as asker_id
			from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
				as asked (id int, kind text, ends_on date, due jsonb)
			left join reporting_period made on made.id = asked.id
		), asked as materialized (
			select id, parent_id, level, kind, valid_from, valid_to from ${units} unit
		), own as materialized (
			select due.* from period join period_due_date due on due.period_id = period.id
		), marked as materialized (
			select unit_id as id from own where unit_id is not null
			union select asker_id from period where asker_id is not null
		), above as materialized (
			select above.start_id as unit_id, array_agg(above.id order by above.depth) as line
			from ${unitsAbove(sql`(select parent_id from asked where exists (select from marked))`)} above
			join marked on marked.id = above.id group by above.start_id
		), deadline as materialized (
			select lines.line, period.id as period_id, level.name as level, nearest.version_id,
				coalesce(nearest.due_at, (period.due ->> level.name)::timestamptz) as due_at
			from (
				select '{}'::int[] as line union select line from above
				union select asked.id || coalesce(above.line, '{}')
				from marked join asked on asked.id = marked.id left join above on above.unit_id = asked.parent_id
			) lines
			cross join period cross join (values ('village'), ('commune'), ('district'), ('province')) level (name)
			left join lateral (
				select own.due_at, own.version_id from own
				where own.period_id = period.id and own.level = level.name
					and (own.unit_id is null or own.unit_id = any(lines.line))
				order by array_position(lines.line, own.unit_id) nulls last limit 1
			) nearest on true
		), due as materialized (
			select deadline.*, ${localDay(sql`deadline.due_at`)} as day,
				${localDay(sql`village.due_at`)} as village_day, period.kind, period.ends_on, period.asker_id
			from deadline join period on period.id = deadline.period_id
			join deadline village on village.line = deadline.line
				and village.period_id = deadline.period_id and village.level = 'village'
		), span as materialized (
			select min(least(day, village_day)) as first, max(greatest(day, village_day, ends_on)) as last from due
		), teams as materialized (
			-- What lies before or after all days that are asked about makes no difference.
			select unit_id, count(*) > 1 as several, greatest(min(founded_on), span.first) as founded_on,
				max(closed_on) filter (where closed_on <= span.last) as closed_on,
				bool_or(founded_on <= span.first and coalesce(closed_on > span.last, true)) as throughout
			from span join team on founded_on <= span.last and coalesce(closed_on > span.first, true)
			group by unit_id, span.first
		), village as materialized (
			select array_agg(unit.id) as unit_ids, unit.parent_id,
				greatest(unit.valid_from, span.first - 1) as valid_from,
				case when unit.valid_to <= span.last then unit.valid_to end as valid_to,
				case when throughout then span.first when not several then founded_on end as founded_on,
				case when not throughout and not several then closed_on end as closed_on,
				case when not throughout and several then unit.id end as with_teams_id,
				case when unit.id in (select id from marked) then unit.id end as marked_id
			from span cross join asked unit left join teams on teams.unit_id = unit.id
			where unit.level = 'village' group by 2, 3, 4, 5, 6, 7, 8
		), alike as materialized (
			select village.unit_ids, village.parent_id, 'village' as level,
				greatest(village.valid_from, commune.valid_from) as valid_from,
				least(village.valid_to, commune.valid_to) as valid_to,
				village.founded_on, village.closed_on, village.with_teams_id,
				array_remove(array[village.marked_id], null) || coalesce(above.line, '{}') as line,
				false as reports_by_itself
			from village left join admin_unit commune on commune.id = village.parent_id
			left join above on above.unit_id = village.parent_id
			union all
			select array[unit.id], unit.parent_id, unit.level, unit.valid_from, unit.valid_to, null, null, null,
				array_remove(array[marked.id], null) || coalesce(above.line, '{}'),
				unit.kind <> 'dacKhu' or exists (
					select from household_register register
					where register.unit_id = unit.id and register.households >= ${inhabited}
				)
			from asked unit left join marked on marked.id = unit.id
			left join above on above.unit_id = unit.parent_id where unit.level <> 'village'
		)
		select alike.unit_ids, alike.parent_id, alike.level, due.period_id, due.due_at,
			version.return_grace_days as grace_days,
			due.kind in ('quarter', 'year') and coalesce(version.months_suffice, false) as months_suffice,
			${isRequired} as required
		from alike join due on due.line = alike.line
			and due.level = ${deadlineLevel(sql`alike.level`)}
		left join deadline_version version on version.id = due.version_id
	)`;
}

/**
 * Whether a unit's own reports, or for a village its commune's, were approved for every month of a
 * quarter or year: `asked` has the unit and the period.
 */
const monthsWereApproved = sql`exists (
	select from reporting_period longer
	where longer.id = asked.period_id and (
		select count(distinct month.id) from reporting_period month
		join report on report.period_id = month.id and report.approved_revision is not null
			and (report.unit_id = asked.unit_id
				or asked.level = 'village' and report.unit_id = asked.parent_id)
		where month.kind = 'month' and month.unit_id is null
			and month.starts_on >= longer.starts_on and month.ends_on <= longer.ends_on
	) = case longer.kind when 'quarter' then 3 else 12 end
)`;

/**
 * Sub-query `(unit_id, parent_id, level, period_id, due_at, grace_days, required)`: of each unit and
 * period whether a report is required, and when it is due by the deadlines of the nearest unit at or
 * above it that has its own. `grace_days` is null where no rule says how long an answer may take.
 * @param units sub-query for their ids.
 */
export const requirements = (units: SQL, periods: readonly Period[]): SQL => sql`(
	select unit_id, parent_id, level, period_id, due_at, grace_days,
		required and not (months_suffice and ${monthsWereApproved}) as required
	from (
		select unnest(unit_ids) as unit_id, parent_id, level, period_id, due_at, grace_days,
			months_suffice, required
		from ${requirementsOfAlike(sql`(select * from admin_unit where id in ${units})`, periods)} alike
	) asked
)`;

export interface RequiredReports {
	/** From the unit and below it; 0 = not required. */
	reportsRequired: number;
	/** ISO instant at which the unit's own is due. */
	due: string;
}

export const nothingRequired = { reportsRequired: 0 };

/**
 * How many reports are due in a period from each unit, and by when: one from a village or an organisation;
 * from a commune one of each village that has to report, or its own where none has to.
 */
export async function readRequiredReports(
	database: Database,
	unitIds: readonly number[],
	period: Period,
): Promise<Map<number, RequiredReports>> {
	return (await readRequiredByPeriod(database, unitIds, [period])).get(period.id) ?? new Map();
}

/** As `readRequiredReports`, for several periods at once, by their ids. */
export async function readRequiredByPeriod(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Period[],
): Promise<Map<number, Map<number, RequiredReports>>> {
	const required = new Map(periods.map(({ id }) => [id, new Map<number, RequiredReports>()]));
	if (unitIds.length === 0 || periods.length === 0) return required;
	const ids = idList(unitIds);
	const units = sql`(
		select * from admin_unit where id in ${ids}
		union all select * from admin_unit where level = 'village' and parent_id in ${ids} and id not in ${ids}
	)`;
	const rows = await queryRows<
		{ periodId: number; unitIds: number[] } & RequiredReports & Record<string, unknown>
	>(
		database,
		sql`with alike as materialized (select * from ${requirementsOfAlike(units, periods)} of_units
		), asked as (
			select id, level from admin_unit where id in ${ids}
		), reported as materialized (
			select * from (
				select unnest(unit_ids) as unit_id, parent_id, level, period_id
				from alike where required and months_suffice
			) asked where ${monthsWereApproved}
		), village as materialized (
			select parent_id, period_id, sum(reports)::int as required from (
				select parent_id, period_id, cardinality(unit_ids) as reports
				from alike where level = 'village' and required
				union all select parent_id, period_id, -1 from reported where level = 'village'
			) counted group by parent_id, period_id
		), unit as (
			select unnest(unit_ids) as id, period_id, due_at, required from alike
			where level = any (array(select distinct level from asked))
		)
		select unit.period_id as "periodId", ${exactInstant(sql`unit.due_at`)} as due,
			coalesce(village.required, (unit.required and reported.unit_id is null)::int) as "reportsRequired",
			jsonb_agg(unit.id) as "unitIds"
		from unit join asked on asked.id = unit.id
		left join reported on reported.unit_id = unit.id and reported.period_id = unit.period_id
		left join village on village.parent_id = unit.id and village.period_id = unit.period_id
		group by unit.period_id, unit.due_at, "reportsRequired"`,
	);
	for (const { periodId, unitIds: alike, due, reportsRequired } of rows)
		for (const id of alike) required.get(periodId)?.set(id, { reportsRequired, due });
	return required;
}

/** Which reports their units have to send, by `unitId:periodId`. */
export async function readRequired(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Period[],
): Promise<Set<string>> {
	if (unitIds.length === 0 || periods.length === 0) return new Set();
	const rows = await queryRows<{ key: string }>(
		database,
		sql`select unit_id || ':' || period_id as key
			from ${requirements(idList(unitIds), periods)} of_units where required`,
	);
	return new Set(rows.map(({ key }) => key));
}
