import { sql, type SQL } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import { timelinessOf } from '../../contracts/timeliness';
import { requirements } from '../../coverage/required.server';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import { firstReturnGraceDays } from '../periods/deadlines';
import { timelinessOfCounts, type Counts, type Standing } from './standing';
import { exactInstant, instant, isoInstant } from '../../server/db/instant';
import { stoodAt } from '../../server/db/stood-at';

/**
 * How the reports of a period stood at an instant, for each unit right below one: what came later
 * doesn't count, nor does it make what was on time then late; what was returned by then has to come
 * again, as in coverage. A village stands by its own report alone.
 * A commune stands by `timelinessOf`, as on every screen; counted of it is its own report once that
 * came, which is instead of its villages', else the report of every village that has to.
 */
export const readStandings = (
	database: Database,
	scope: Unit,
	period: Period,
	at: Date,
): Promise<Standing[]> => {
	const children = sql`(select child.id from admin_unit child
		where child.parent_id = ${scope.id} and ${isValidOn('child', period.endsOn)})`;
	const tree = sql`(select id, root_id from ${unitsBelow(children, { on: period.endsOn })} below)`;
	return readLines(database, tree, period, at);
};

/** The same for each of several units of one level. */
export const readStandingsOf = (
	database: Database,
	unitIds: readonly number[],
	period: Period,
	at: Date,
): Promise<Standing[]> =>
	readLines(
		database,
		sql`(select id, root_id from ${unitsBelow(unitIds, { on: period.endsOn })} below)`,
		period,
		at,
	);

/** How a unit's own report of a period stood at an instant, whatever lies below it. */
export async function readOwnStanding(
	database: Database,
	scope: Unit,
	period: Period,
	at: Date,
): Promise<Standing | undefined> {
	const tree = sql`(select unit.id, unit.id as root_id from admin_unit unit
		where unit.id = ${scope.id} and ${isValidOn('unit', period.endsOn)})`;
	const [own] = await readLines(database, tree, period, at);
	return own;
}

/** @param tree sub-query `(id, root_id)`: each line's unit, and what is counted with it. */
async function readLines(
	database: Database,
	tree: SQL,
	period: Period,
	at: Date,
): Promise<Standing[]> {
	const now = instant(at);
	const rows = await queryRows<StandingRow>(
		database,
		sql`with tree as materialized (
			select * from ${tree} tree
		), asked as materialized (
			select asked.*, tree.root_id
			from ${requirements(sql`(select id from tree)`, [period])} asked join tree on tree.id = asked.unit_id
		), received as materialized (
			select report.unit_id, report.id as report_id, report.first_received_at,
				report.first_received_at < asked.due_at and not exists (
					select from report_revision answer
					join report_revision returned on returned.report_id = answer.report_id
						and returned.revision = answer.revision - 1 and returned.state = 'returned'
					where answer.report_id = report.id and answer.received_at <= ${now}
						and answer.received_at >= asked.due_at
						and answer.received_at > returned.decided_at
							+ make_interval(days => coalesce(asked.grace_days, ${firstReturnGraceDays}::int))
				) as on_time
			from report join asked on asked.unit_id = report.unit_id
			where report.period_id = ${period.id} and exists (
				select from report_revision revision
				where revision.report_id = report.id and ${stoodAt(now)}
			)
		), standing as materialized (
			select asked.unit_id, asked.root_id, asked.parent_id, asked.level, own.unit_id is not null as came, own.on_time,
				case when not asked.required then null
					when own.unit_id is not null then case when own.on_time then 'onTime' else 'late' end
					when ${now} < asked.due_at then 'pending' else 'missing' end as state
			from asked left join received own on own.unit_id = asked.unit_id
		), above as materialized (
			select commune.unit_id, commune.came,
				count(village.state)::int as required, count(*) filter (where village.came)::int as came_below,
				count(*) filter (where village.on_time)::int as on_time_below
			from standing commune left join standing village
				on village.parent_id = commune.unit_id and village.level = 'village'
			where commune.level = 'commune' group by commune.unit_id, commune.came
		), counted as (
			select standing.root_id, count(state)::int as due,
				count(*) filter (where state = 'onTime')::int as "onTime",
				count(*) filter (where state = 'late')::int as late,
				count(*) filter (where state = 'missing')::int as missing,
				count(*) filter (where state = 'pending')::int as pending
			from standing
			left join above on above.unit_id = case standing.level
				when 'village' then standing.parent_id else standing.unit_id end
			where case standing.level
				when 'village' then above.unit_id is null or not above.came
				when 'commune' then above.came or above.required = 0
				else standing.level = 'organisation' end
			group by standing.root_id
		)
		select unit.id, unit.code, unit.level, unit.kind, unit.name,
			coalesce(counted.due, 0) as due, coalesce(counted."onTime", 0) as "onTime",
			coalesce(counted.late, 0) as late, coalesce(counted.missing, 0) as missing,
			coalesce(counted.pending, 0) as pending,
			case when unit.level in ('district', 'province') then coalesce(standing.state, 'notRequired') end as own,
			${isoInstant(sql`own.first_received_at`)} as "ownReceivedAt",
			${exactInstant(sql`asked.due_at`)} as "dueAt",
			greatest(above.required, asked.required::int) as "reportsRequired",
			case when own.unit_id is not null then 1 else above.came_below end as reports,
			case when own.unit_id is not null then own.on_time::int else above.on_time_below end as "reportsOnTime",
			case when unit.level = 'commune' then (
				select ${exactInstant(sql`max(revision.received_at)`)} from received counted
				join admin_unit village on village.id = counted.unit_id
				join report_revision revision on revision.report_id = counted.report_id
				where ${stoodAt(now)} and (village.id = unit.id or own.unit_id is null and village.parent_id = unit.id)
			) end as "receivedAt"
		from asked join admin_unit unit on unit.id = asked.unit_id
		left join counted on counted.root_id = unit.id
		left join received own on own.unit_id = unit.id
		left join above on above.unit_id = unit.id
		left join standing on standing.unit_id = unit.id
		where asked.unit_id = asked.root_id
		order by unit.code`,
	);
	return rows.map((row) => toStanding(row, period, at));
}

interface StandingRow
	extends Omit<Standing, 'counts' | 'timeliness'>, Counts, Record<string, unknown> {
	/** ISO. */
	dueAt: string;
	reportsRequired: number;
	/** Of the commune or its villages; null above them. */
	reports: number | null;
	reportsOnTime: number | null;
	/** ISO instant of the newest revision that counts for a commune. */
	receivedAt: string | null;
}

function toStanding(row: StandingRow, period: Period, at: Date): Standing {
	const { id, code, level, kind, name, own, ownReceivedAt } = row;
	const { due, onTime, late, missing, pending } = row;
	const counts: Counts = { due, onTime, late, missing, pending };
	const { reportsRequired, dueAt, reports, reportsOnTime, receivedAt } = row;
	const timeliness =
		level === 'commune'
			? timelinessOf(
					{ level, reportsRequired, due: dueAt },
					{
						...{ unitId: id, ownReport: ownReceivedAt !== null, receivedAt },
						...{ reports: reports ?? 0, reportsOnTime: reportsOnTime ?? 0 },
					},
					period,
					at,
				)
			: timelinessOfCounts(counts);
	return { ...{ id, code, level, kind, name, counts, timeliness }, own, ownReceivedAt };
}
