import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import type { EarlierReport } from './checks';
import type { HouseholdSkills } from '../schemas';
import { householdSkillsOf } from './stored-figures.server';

/**
 * What each unit reported last before a period of the same kind: the newest revision that was not
 * returned. By `unitId:periodId` of the asked pair.
 */
export async function readEarlierReports(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
): Promise<Map<string, EarlierReport>> {
	const rows = await queryRows<{
		unitId: number;
		periodId: number;
		period: string;
		householdSkills: HouseholdSkills;
		values: Record<string, number> | null;
	}>(
		database,
		sql`select key."unitId", key."periodId", last.period,
				${householdSkillsOf('revision')} as "householdSkills",
				(select jsonb_object_agg(value.indicator_code, value.value) from report_value value
					where value.report_id = last.id and value.revision = last.provisional_revision
						and value.status = 'value') as values
			from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key ("unitId" int, "periodId" int)
			join reporting_period period on period.id = key."periodId"
			cross join lateral (
				select report.id, report.provisional_revision, before.code as period
				from report join reporting_period before on before.id = report.period_id
				where report.unit_id = key."unitId" and before.kind = period.kind and period.kind <> 'adHoc'
					and before.starts_on < period.starts_on and report.provisional_revision is not null
				order by before.starts_on desc limit 1
			) last
			join report_revision revision
				on revision.report_id = last.id and revision.revision = last.provisional_revision`,
	);
	return new Map(
		rows.map((row) => [
			`${row.unitId}:${row.periodId}`,
			{
				period: row.period,
				householdSkills: row.householdSkills,
				values: new Map(Object.entries(row.values ?? {})),
			},
		]),
	);
}
