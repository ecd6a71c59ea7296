import { sql, type SQL } from 'drizzle-orm';
import { sameHands } from '../../accounts/access/credential-knowledge.server';
import { instant } from '../../server/db/instant';

/**
 * Condition on a query's `report_revision revision`: whether an account that decides now may have
 * been behind whoever submitted it, or behind a village's report in its sum that nobody else approved.
 */
export function isFromHandsOf(decider: SQL, now: Date): SQL {
	const deciding = { accountId: decider, at: sql`${instant(now)}` };
	const from = (alias: 'revision' | 'village') =>
		sameHands(deciding, {
			accountId: sql.raw(`${alias}.submitted_by`),
			at: sql.raw(`${alias}.received_at`),
		});
	return sql`(${from('revision')} or exists (
		select 1 from roll_up_source source
		join report_revision village
			on village.report_id = source.source_report_id and village.revision = source.source_revision
		where source.report_id = revision.report_id and source.revision = revision.revision
			and village.state <> 'approved' and ${from('village')}
	))`;
}
