import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import type { StoredRevision } from './work';
import { isoInstant } from '../../server/db/instant';

/** The newest revision of each report, returned ones included, by `unitId:periodId`. */
export async function readNewestRevisions(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
): Promise<Map<string, StoredRevision>> {
	const asked = keys.map(({ unitId, periodId }) => ({ unitId, periodId }));
	const rows = await queryRows<StoredRevision & { key: string } & Record<string, unknown>>(
		database,
		sql`select key."unitId" || ':' || key."periodId" as key, revision.revision, revision.state,
				submitter.display_name as "submittedBy", revision.comment,
				${isoInstant(sql`revision.received_at`)} as "receivedAt",
				jsonb_build_object('households', households, 'skill1', skill_1, 'skill2', skill_2,
					'skill3', skill_3, 'skill4', skill_4, 'skill5', skill_5, 'allFive', all_five,
					'assisted', assisted, 'vneid', vneid, 'serviceAccount', service_account) as "householdSkills",
				coalesce((select jsonb_object_agg(value.indicator_code, jsonb_build_object(
						'status', value.status, 'value', value.value, 'qualifier', value.qualifier))
					from report_value value
					where value.report_id = report.id and value.revision = revision.revision), '{}') as values
			from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as key ("unitId" int, "periodId" int)
			join report on report.unit_id = key."unitId" and report.period_id = key."periodId"
			join report_revision revision
				on revision.report_id = report.id and revision.revision = report.latest_revision
			join account submitter on submitter.id = revision.submitted_by`,
	);
	return new Map(rows.map(({ key, ...revision }) => [key, revision]));
}
