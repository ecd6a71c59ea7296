import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { exactInstant } from '../../server/db/instant';

/** A revision that a device has sent already. */
export interface SentRevision extends Record<string, unknown> {
	unit: string;
	period: string;
	revision: number;
}

/** What became of the entries that this account has sent before, by their client id. */
export async function readSentBefore(
	database: Database,
	accountId: number,
	clientIds: readonly string[],
): Promise<Map<string, SentRevision>> {
	if (clientIds.length === 0) return new Map();
	const rows = await queryRows<SentRevision & { clientId: string }>(
		database,
		sql`select revision.client_id::text as "clientId", unit.code as unit, period.code as period, revision.revision
			from report_revision revision
			join report on report.id = revision.report_id
			join admin_unit unit on unit.id = report.unit_id
			join reporting_period period on period.id = report.period_id
			where revision.submitted_by = ${accountId}
				and revision.client_id in (select jsonb_array_elements_text(${JSON.stringify(clientIds)}::jsonb)::uuid)`,
	);
	return new Map(rows.map((row) => [row.clientId, row]));
}

export interface LatestRevision extends Record<string, unknown> {
	revision: number;
	/** ISO instant, if it was returned. */
	returnedAt: string | null;
}

/** The newest revision of each report, by `unitId:periodId`; reports that don't exist are left out. */
export async function readLatestRevisions(
	database: Database,
	keys: readonly { unitId: number; periodId: number }[],
): Promise<Map<string, LatestRevision>> {
	if (keys.length === 0) return new Map();
	const rows = await queryRows<LatestRevision & { unitId: number; periodId: number }>(
		database,
		sql`select report.unit_id as "unitId", report.period_id as "periodId", report.latest_revision as revision,
				${exactInstant(sql`latest.decided_at`)} as "returnedAt"
			from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key ("unitId" int, "periodId" int)
			join report on report.unit_id = key."unitId" and report.period_id = key."periodId"
			left join report_revision latest on latest.report_id = report.id
				and latest.revision = report.latest_revision and latest.state = 'returned'`,
	);
	return new Map(rows.map((row) => [`${row.unitId}:${row.periodId}`, row]));
}
