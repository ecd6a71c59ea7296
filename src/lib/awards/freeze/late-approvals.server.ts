import { sql } from 'drizzle-orm';
import type { UnitKind } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';

export interface LateApproval extends Record<string, unknown> {
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	periodCode: string;
	revision: number;
	/** Whether it replaced an approved report, or was the first of its month to be approved. */
	corrects: boolean;
	/** ISO instant of its approval. */
	at: string;
	/** Why it was corrected, as its unit said. */
	reason: string | null;
}

export interface LateApprovals {
	approvals: LateApproval[];
	/** Of all, not only of those that are listed. */
	corrections: number;
	firsts: number;
}

/**
 * What was approved after a season's freeze for the time that counts, the newest first: corrections of what
 * was approved by then, and reports that were approved for the first time. It stands beside the frozen figures
 * and is never mixed in.
 */
export async function listLateApprovals(
	database: Database,
	seasonId: number,
	limit: number,
): Promise<LateApprovals> {
	const rows = await queryRows<LateApproval & { corrections: number; firsts: number }>(
		database,
		sql`select *, count(*) filter (where corrects) over ()::int as corrections,
				count(*) filter (where not corrects) over ()::int as firsts
			from (select unit.id as "unitId", unit.kind as "unitKind", unit.name as "unitName",
				period.code as "periodCode", revision.revision, revision.reason,
				exists (select from report_revision earlier where earlier.report_id = revision.report_id
					and earlier.state = 'approved' and earlier.revision < revision.revision) as corrects,
				${isoInstant(sql`revision.decided_at`)} as at
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
			) late order by at desc, "unitId" limit ${limit}`,
	);
	return {
		approvals: rows.map(({ corrections: _, firsts: __, ...row }) => row),
		...{ corrections: rows[0]?.corrections ?? 0, firsts: rows[0]?.firsts ?? 0 },
	};
}
