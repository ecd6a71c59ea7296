import { sql } from 'drizzle-orm';
import type { Basis } from '../../src/lib/contracts/coverage';
import { queryRows, type Database } from '../../src/lib/server/db/client';
import type { coverage } from '../../src/lib/server/db/schema';

/** What a unit's figures are, counted anew from nothing but the revisions. */
export interface Counted {
	unitId: number;
	basis: Basis;
	able: number[];
	base: number[];
	reports: number;
	ownReport: boolean;
}

/** In the order of `measures`. */
export const measureColumns = [
	'all_five',
	'skill_1',
	'skill_2',
	'skill_3',
	'skill_4',
	'skill_5',
	'assisted',
	'vneid',
	'service_account',
];
const sums = (expression: (column: string) => string) =>
	`array[${measureColumns.map((column) => `sum(${expression(column)})::int`).join(', ')}]`;

/**
 * Puts a recount beside the product's own, written another way: not level by level, but every report
 * against every unit above it, unless a report in between replaces it. A trigger keeps the recount of
 * every change-log number, taken inside the transaction that got the number.
 */
export async function installRecount(database: Database): Promise<void> {
	await database.execute(
		sql.raw(`create function recount(of_period int) returns jsonb language sql stable as $$
			with recursive line as (
				select id as unit_id, id as above from admin_unit
				union all
				select line.unit_id, unit.parent_id from line join admin_unit unit on unit.id = line.above
				where unit.parent_id is not null
			), counted as (
				select report.unit_id, basis.name as basis, (
					select max(revision.revision) from report_revision revision
					where revision.report_id = report.id and case basis.name
						when 'approved' then revision.state = 'approved' else revision.state <> 'returned' end
				) as revision, report.id as report_id
				from report cross join (values ('approved'), ('provisional')) as basis (name)
				where report.period_id = of_period
			), standing as (
				select * from counted where revision is not null
			), figures as (
				select line.above as "unitId", standing.basis,
					${sums((column) => `case when revision.households is null then 0 else coalesce(revision.${column}, 0) end`)} as able,
					${sums((column) => `case when revision.${column} is null then 0 else coalesce(revision.households, 0) end`)} as base,
					count(*)::int as reports, bool_or(line.above = standing.unit_id) as "ownReport"
				from standing
				join line on line.unit_id = standing.unit_id
				join report_revision revision
					on revision.report_id = standing.report_id and revision.revision = standing.revision
				where not exists (
					select from standing higher
					join line way on way.unit_id = standing.unit_id and way.above = higher.unit_id
					join line rest on rest.unit_id = higher.unit_id and rest.above = line.above
					where higher.unit_id <> standing.unit_id and higher.basis = standing.basis
				)
				group by 1, 2
			)
			select coalesce(jsonb_agg(to_jsonb(figures)), '[]') from figures
		$$`),
	);
	await database.execute(
		sql.raw(
			`create table truth (number bigint not null, period_id int not null, figures jsonb not null, published jsonb not null)`,
		),
	);
	await database.execute(
		sql.raw(`create function keep_truth() returns trigger language plpgsql as $$
			begin
				insert into truth
				select new.last_number, changed.period_id, recount(changed.period_id), (
					select coalesce(jsonb_agg(jsonb_build_object('unitId', unit_id, 'able', able, 'base', base,
						'publicAble', public_able, 'publicBase', public_base,
						'waitingMeasures', waiting_measures, 'publication', publication)), '[]')
					from coverage where coverage.period_id = changed.period_id and basis = 'approved'
				) from (
					select distinct (payload->>'periodId')::int as period_id from change_log
					where number > old.last_number and number <= new.last_number
				) changed where changed.period_id is not null;
				return null;
			end $$`),
	);
	// At the end of the transaction, which still keeps all others from getting a number.
	await database.execute(
		sql.raw(`create constraint trigger keep_truth after update on change_counter
			deferrable initially deferred for each row execute function keep_truth()`),
	);
}

/** What of an approved row decides what the public sees of it. */
export type PublishedRow = Pick<
	typeof coverage.$inferSelect,
	'unitId' | 'able' | 'base' | 'publicAble' | 'publicBase' | 'waitingMeasures' | 'publication'
>;

export interface Truth {
	number: number;
	figures: Counted[];
	published: PublishedRow[];
}

/** What was true, and what of it was public, from each number on, oldest first. */
export function readTruth(database: Database, periodId: number): Promise<Truth[]> {
	return queryRows<Truth & Record<string, unknown>>(
		database,
		sql`select number::int, figures, published from truth where period_id = ${periodId} order by number`,
	);
}

export async function recount(database: Database, periodId: number): Promise<Counted[]> {
	const [row] = await queryRows<{ figures: Counted[] }>(
		database,
		sql`select recount(${periodId}) as figures`,
	);
	return row?.figures ?? [];
}
