import { sql, type SQL } from 'drizzle-orm';
import type { Period, PlaceLevel } from '../../contracts/reports';
import { codesOfForm } from '../../indicators/rules.server';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';

/** What a unit's own approved reports of a month hold. */
export interface ReportedFigures {
	/** Of the figures that the form asks for, the share 0–1 that was given. */
	given: number;
	/** Figures that were approved, and those of them that replaced an approved one. */
	approved: number;
	corrected: number;
}

const householdColumns = [
	...['households', 'skill_1', 'skill_2', 'skill_3', 'skill_4', 'skill_5'],
	...['all_five', 'assisted', 'vneid', 'service_account'],
] as const;
const list = (columns: readonly SQL[]): SQL => sql.join([...columns], sql`, `);
const column = (name: string, of: string): SQL =>
	sql`${sql.identifier(of)}.${sql.identifier(name)}`;

/** By month, of each its units. */
export type FiguresByMonth = ReadonlyMap<number, ReadonlyMap<number, ReportedFigures>>;

/** As the database tells them of one report. */
interface TalliedReport {
	unitId: number;
	level: PlaceLevel;
	filled: number;
	/** Values that the form asks for and a unit at or above this one has switched off. */
	off: number;
	approved: number;
	corrected: number;
}

/**
 * The figures of each month and unit: how much of its form was filled in, and how much of what was approved
 * had to be corrected by a later approved revision. Only of what was approved more than once is one revision
 * compared with the next: few are. A month comes in one text, as what came in does in `punctuality`.
 */
export async function readReportedFigures(
	database: Database,
	unitIds: readonly number[],
	months: readonly Period[],
): Promise<FiguresByMonth> {
	if (unitIds.length === 0 || months.length === 0) return new Map();
	const codesOf = (level: PlaceLevel) =>
		sql`(select jsonb_array_elements_text(${JSON.stringify([...codesOfForm(level)])}::jsonb))`;
	const isAskedOf = (level: SQL, code: SQL) =>
		sql`case when ${level} = 'village' then ${code} in ${codesOf('village')} else ${code} in ${codesOf('commune')} end`;
	const changed = list(
		householdColumns.map(
			(name) => sql`(${column(name, 'approved')} is distinct from ${column(name, 'before')})::int`,
		),
	);
	const rows = await queryRows<{ periodId: number; reports: TalliedReport[] }>(
		database,
		sql`with asked as materialized (
			select report.id, report.unit_id, unit.level, report.period_id, report.approved_revision
			from report join admin_unit unit on unit.id = report.unit_id
			where report.period_id in ${idList(months.map(({ id }) => id))} and report.unit_id in ${idList(unitIds)}
				and report.approved_revision is not null
		), blocks as (
			select asked.id, num_nonnulls(${list(householdColumns.map((name) => column(name, 'approved')))}) as filled
			from asked join report_revision approved
				on approved.report_id = asked.id and approved.revision = asked.approved_revision
		), repeated as materialized (
			select report_id from report_revision where state = 'approved' group by report_id having count(*) > 1
		), approved as materialized (
			select revision.*, lag(revision.revision) over (partition by report_id order by revision.revision) as earlier
			from report_revision revision
			where revision.state = 'approved' and report_id in (select report_id from repeated)
				and report_id in (select id from asked)
		), blocks_changed as (
			select approved.report_id as id, sum((select sum(differs) from unnest(array[${changed}]) as differs)) as corrected
			from approved join approved before
				on before.report_id = approved.report_id and before.revision = approved.earlier
			group by approved.report_id
		), given as (
			select asked.id, count(*) filter (where stored.status <> 'notAvailable'
					and ${isAskedOf(sql`asked.level`, sql`stored.indicator_code`)}) as filled,
				count(*) as all_values
			from asked join report_value stored on stored.report_id = asked.id and stored.revision = asked.approved_revision
			group by asked.id
		), changed as (
			select approved.report_id as id, count(*) as corrected
			from approved join report_value stored on stored.report_id = approved.report_id and stored.revision = approved.revision
			left join report_value earlier on earlier.report_id = approved.report_id and earlier.revision = approved.earlier
				and earlier.indicator_code = stored.indicator_code
			where approved.earlier is not null
				and (stored.status, stored.value) is distinct from (earlier.status, earlier.value)
			group by approved.report_id
		), off as (
			select line.start_id as unit_id, count(distinct switch.indicator_code) as codes
			from ${unitsAbove(unitIds)} line join indicator_switch switch on switch.unit_id = line.id
			join admin_unit unit on unit.id = line.start_id
			where ${isAskedOf(sql`unit.level`, sql`switch.indicator_code`)} group by line.start_id
		)
		select asked.period_id as "periodId", json_agg(json_build_object(
				'unitId', asked.unit_id, 'level', asked.level, 'filled', blocks.filled + coalesce(given.filled, 0),
				'off', coalesce(off.codes, 0), 'approved', blocks.filled + coalesce(given.all_values, 0),
				'corrected', coalesce(blocks_changed.corrected, 0) + coalesce(changed.corrected, 0))) as reports
		from asked join blocks on blocks.id = asked.id left join blocks_changed on blocks_changed.id = asked.id
		left join given on given.id = asked.id left join changed on changed.id = asked.id
		left join off on off.unit_id = asked.unit_id
		group by asked.period_id`,
	);
	const fieldsOf = (level: PlaceLevel) => householdColumns.length + codesOfForm(level).size;
	return new Map(
		rows.map(({ periodId, reports }) => [
			periodId,
			new Map(
				reports.map(({ unitId, level, filled, off, approved, corrected }) => [
					unitId,
					{ given: Math.min(1, filled / (fieldsOf(level) - off)), approved, corrected },
				]),
			),
		]),
	);
}
