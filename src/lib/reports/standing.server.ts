import { eq, sql } from 'drizzle-orm';
import type { Unit } from '../contracts/admin-units';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { reportingPeriod } from '../server/db/schema';
import { readLine } from './deadline-versions.server';
import { hasTeam, programmeRuns } from './required.server';
import type { Counts, Standing } from './standing';
import { readTerms, termsOf } from './terms.server';

/**
 * How the reports of a period stood at an instant, for each unit right below one: what came later
 * doesn't count, nor does it make what was on time then late. Due is a report from every village that
 * exists and has a team on its deadline, or from a commune without such villages; a commune's own
 * report stands for those of its villages that sent none. An enterprise reports every month.
 */
export async function readStandings(
	database: Database,
	scope: Unit,
	period: Period,
	at: Date,
): Promise<Standing[]> {
	const path = await readLine(database, scope.id);
	const book = await readTerms(database, [period], at);
	const village = termsOf(book, period, 'village', path);
	const commune = termsOf(book, period, 'commune', path);
	const askerId = await readAsker(database, period);
	const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;
	const valid = sql`child.valid_from <= ${period.endsOn}
		and (child.valid_to is null or child.valid_to > ${period.endsOn})`;
	const state = (due: Date, required: ReturnType<typeof sql>, came: string, onTime: string) =>
		sql`case when not (${required}) then null
			when ${sql.raw(came)} then case when ${sql.raw(onTime)} then 'onTime' else 'late' end
			when ${instant(at)} < ${instant(due)} then 'pending' else 'missing' end`;
	const rows = await queryRows<Omit<Standing, 'counts'> & Counts & Record<string, unknown>>(
		database,
		sql`with recursive tree as (
			select child.id, child.level, child.parent_id, child.valid_from, child.id as root
			from admin_unit child where child.parent_id = ${scope.id} and ${valid}
			union all
			select child.id, child.level, child.parent_id, child.valid_from, tree.root
			from tree join admin_unit child on child.parent_id = tree.id where ${valid}
		), asked as (
			select id from admin_unit where id = ${askerId}::int
			union
			select child.id from asked join admin_unit child on child.parent_id = asked.id
		), received as (
			select report.unit_id, report.first_received_at,
				report.first_received_at < case when tree.level = 'village' then ${instant(village.due)} else ${instant(commune.due)} end
					and not exists (
						select from report_revision answer
						join report_revision returned on returned.report_id = answer.report_id
							and returned.revision = answer.revision - 1 and returned.state = 'returned'
						where answer.report_id = report.id and answer.received_at <= ${instant(at)}
							and answer.received_at >= case when tree.level = 'village' then ${instant(village.due)} else ${instant(commune.due)} end
							and answer.received_at > returned.decided_at + make_interval(days => ${village.returnGraceDays}::int)
					) as on_time
			from report join (
				select id, level from tree union all select id, level from admin_unit where id = ${scope.id}
			) tree on tree.id = report.unit_id
			where report.period_id = ${period.id} and report.first_received_at <= ${instant(at)}
		), village as (
			select tree.root, tree.parent_id, ${state(
				village.due,
				sql`tree.valid_from < ${localDay(village.due)}
					and (${askerId}::int is null or tree.id in (select id from asked))
					and ${hasTeam(sql`tree.id`, sql`${localDay(village.due)}`)}`,
				'own.unit_id is not null or above.unit_id is not null',
				'coalesce(own.on_time, above.on_time)',
			)} as state
			from tree
			left join received own on own.unit_id = tree.id
			left join received above on above.unit_id = tree.parent_id
			where tree.level = 'village'
		), commune as (
			select tree.root, ${state(
				commune.due,
				sql`tree.valid_from < ${localDay(commune.due)}
					and (${askerId}::int is null or tree.id in (select id from asked))
					and case when tree.level = 'enterprise' then ${period.kind === 'month'}
						else ${programmeRuns(sql`${localDay(village.due)}`)} end`,
				'own.unit_id is not null',
				'own.on_time',
			)} as state
			from tree left join received own on own.unit_id = tree.id
			where tree.level in ('commune', 'enterprise') and not exists (
				select from village where village.parent_id = tree.id and village.state is not null)
		), counted as (
			select root, count(state)::int as due,
				count(*) filter (where state = 'onTime')::int as "onTime",
				count(*) filter (where state = 'late')::int as late,
				count(*) filter (where state = 'missing')::int as missing,
				count(*) filter (where state = 'pending')::int as pending
			from (select root, state from village union all select root, state from commune) report
			group by root
		)
		select unit.id, unit.code, unit.level, unit.kind, unit.name,
			coalesce(counted.due, 0) as due, coalesce(counted."onTime", 0) as "onTime",
			coalesce(counted.late, 0) as late, coalesce(counted.missing, 0) as missing,
			coalesce(counted.pending, 0) as pending,
			to_char(own.first_received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "ownReceivedAt"
		from tree join admin_unit unit on unit.id = tree.id
		left join counted on counted.root = unit.id
		left join received own on own.unit_id = unit.id
		where tree.id = tree.root
		order by unit.code`,
	);
	return rows.map(({ due, onTime, late, missing, pending, ...unit }) => ({
		...unit,
		counts: { due, onTime, late, missing, pending },
	}));
}

async function readAsker(database: Database, period: Period): Promise<number | null> {
	if (period.kind !== 'adHoc') return null;
	const [row] = await database
		.select({ unitId: reportingPeriod.unitId })
		.from(reportingPeriod)
		.where(eq(reportingPeriod.id, period.id));
	return row?.unitId ?? null;
}
