import { sql } from 'drizzle-orm';
import type { PaperEvidence } from '../../contracts/awards/papers';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';

/** The evidence of dossiers, in the order of being added, by nomination. */
export async function readEvidence(
	database: Database,
	nominationIds: readonly number[],
): Promise<Map<number, PaperEvidence[]>> {
	const rows = await queryRows<PaperEvidence & Record<string, unknown> & { nominationId: number }>(
		database,
		sql`select evidence.nomination_id as "nominationId", evidence.id, evidence.part, evidence.title,
				coalesce(period.code, practice.title, file.name, 'activity:' || evidence.activity_id) as source,
				${isoInstant(sql`evidence.approved_at`)} as "approvedAt", evidence.figures,
				evidence.file_id as "fileId"
			from award_evidence evidence
			left join report on report.id = evidence.report_id
			left join reporting_period period on period.id = report.period_id
			left join practice on practice.id = evidence.practice_id
			left join stored_file file on file.id = evidence.file_id
			where ${among(sql`evidence.nomination_id`, nominationIds)}
			order by evidence.nomination_id, evidence.id`,
	);
	const evidence = new Map<number, PaperEvidence[]>(nominationIds.map((id) => [id, []]));
	for (const { nominationId, ...piece } of rows) evidence.get(nominationId)?.push(piece);
	return evidence;
}
