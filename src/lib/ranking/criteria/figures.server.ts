import { sql, type SQL } from 'drizzle-orm';
import type { Period } from '../../contracts/reports';
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

/**
 * The figures of each unit and month, by `unitId:periodId`: how much of its form was filled in, and how much
 * of what was approved had to be corrected by a later approved revision.
 */
export async function readReportedFigures(
	database: Database,
	unitIds: readonly number[],
	months: readonly Period[],
): Promise<Map<string, ReportedFigures>> {
	if (unitIds.length === 0 || months.length === 0) return new Map();
	const codes = [...codesOfForm('place')];
	const asked = sql`(select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`;
	const changed = list(
		householdColumns.map(
			(name) => sql`(${column(name, 'approved')} is distinct from ${column(name, 'before')})::int`,
		),
	);
	const rows = await queryRows<
		{ unitId: number; periodId: number; filled: number; off: number } & Omit<
			ReportedFigures,
			'given'
		>
	>(
		database,
		sql`with asked as materialized (
			select report.id, report.unit_id, report.period_id, report.approved_revision from report
			where report.period_id in ${idList(months.map(({ id }) => id))} and report.unit_id in ${idList(unitIds)}
				and report.approved_revision is not null
		), approved as materialized (
			select revision.*, lag(revision.revision) over (partition by report_id order by revision.revision) as earlier
			from report_revision revision where revision.state = 'approved' and report_id in (select id from asked)
		), blocks as (
			select asked.id,
				sum(case when approved.revision = asked.approved_revision
					then num_nonnulls(${list(householdColumns.map((name) => column(name, 'approved')))}) else 0 end) as filled,
				sum(case when before.revision is null then 0 else (
					select sum(differs) from unnest(array[${changed}]) as differs) end) as corrected
			from asked join approved on approved.report_id = asked.id
			left join approved before on before.report_id = approved.report_id and before.revision = approved.earlier
			group by asked.id
		), given as (
			select asked.id, count(*) filter (where stored.status <> 'notAvailable' and stored.indicator_code in ${asked}) as filled,
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
			where switch.indicator_code in ${asked} group by line.start_id
		)
		select asked.unit_id as "unitId", asked.period_id as "periodId",
			(blocks.filled + coalesce(given.filled, 0))::int as filled,
			coalesce(off.codes, 0)::int as off,
			(blocks.filled + coalesce(given.all_values, 0))::int as approved,
			(blocks.corrected + coalesce(changed.corrected, 0))::int as corrected
		from asked join blocks on blocks.id = asked.id left join given on given.id = asked.id
		left join changed on changed.id = asked.id left join off on off.unit_id = asked.unit_id`,
	);
	return new Map(
		rows.map(({ unitId, periodId, filled, off, approved, corrected }) => {
			const fields = householdColumns.length + codes.length - off;
			return [
				`${unitId}:${periodId}`,
				{ given: Math.min(1, filled / fields), approved, corrected },
			];
		}),
	);
}
