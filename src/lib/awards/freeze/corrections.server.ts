import { sql } from 'drizzle-orm';
import type { UnitKind } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';

export interface LateCorrection extends Record<string, unknown> {
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	periodCode: string;
	revision: number;
	/** ISO instant of its approval. */
	at: string;
	/** Why it was corrected, as its unit said. */
	reason: string | null;
}

/**
 * What was approved after a season's freeze for the time that counts, the newest first: it stands beside
 * the frozen figures and is never mixed in.
 */
export async function listLateCorrections(
	database: Database,
	seasonId: number,
	limit: number,
): Promise<{ corrections: LateCorrection[]; total: number }> {
	const rows = await queryRows<LateCorrection & { total: number }>(
		database,
		sql`select unit.id as "unitId", unit.kind as "unitKind", unit.name as "unitName",
				period.code as "periodCode", revision.revision, revision.reason,
				${isoInstant(sql`revision.decided_at`)} as at, count(*) over ()::int as total
			from award_freeze frozen
			join award_season season on season.id = frozen.season_id
			join report_revision revision on revision.decided_at > frozen.frozen_at
				and revision.state = 'approved'
			join report on report.id = revision.report_id
			join reporting_period period on period.id = report.period_id
				and period.starts_on >= season.counts_from and period.ends_on <= season.counts_until
			join admin_unit unit on unit.id = report.unit_id
			where frozen.season_id = ${seasonId} and report.unit_id in (
				select id from ${unitsBelow(sql`(select unit_id from award_season where id = ${seasonId})`)} below)
			order by revision.decided_at desc, unit.id limit ${limit}`,
	);
	return { corrections: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
