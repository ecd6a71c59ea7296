import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import { localDay } from '../../contracts/local-time';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { usualRule } from './rule.server';

/** What somebody wrote about a nominee, by table and column; reasons of scores are apart, within their reviews. */
const wordsAbout = [
	['award_nomination_event', 'text'],
	['award_comment', 'text'],
	['award_declared_conflict', 'reason'],
	['award_dismissed_conflict', 'reason'],
] as const;

/**
 * Takes persons out of the dossiers of seasons that were decided long enough ago, by each season's own
 * rule: name, words, files, and what others wrote about the person. What was decided about how many stays, and
 * whose head vouched for it. Idempotent, for housekeeping.
 * @returns how many were erased.
 */
export async function eraseNominees(database: Database, now: Date): Promise<number> {
	return database.transaction(async (transaction) => {
		const due = await queryRows<{ id: number }>(
			transaction,
			sql`select nomination.id from award_nomination nomination
				join award_category category on category.id = nomination.category_id
				join award_season season on season.id = category.season_id
				left join award_dossier_rule rule on rule.season_id = season.id
				where category.kind = 'individual' and nomination.erased_at is null
					and coalesce(nomination.decided_on, make_date(season.year, 12, 31))
						+ make_interval(months => coalesce(rule.erase_after_months, ${usualRule.eraseAfterMonths})) <= ${localDay(now)}::date
				for update of nomination`,
		);
		if (due.length === 0) return 0;
		const ids = idList(due.map(({ id }) => id));
		const evidence = await queryRows<{ id: number }>(
			transaction,
			sql`select file_id as id from award_evidence where nomination_id in ${ids} and file_id is not null`,
		);
		const files = evidence.map(({ id }) => id);
		await transaction.execute(sql`delete from award_evidence where nomination_id in ${ids}`);
		await transaction.execute(sql`delete from stored_file where id in ${idList(files)}`);
		for (const [table, column] of wordsAbout)
			await transaction.execute(
				sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = '' where nomination_id in ${ids}`,
			);
		await transaction.execute(
			sql`update award_council_event set text = ''
				where kind = 'conflictDismissed' and nomination_id in ${ids}`,
		);
		await transaction.execute(sql`update award_review set scores = (
				select coalesce(jsonb_agg(jsonb_set(score, '{reason}', '""')), '[]') from jsonb_array_elements(scores) score
			) where nomination_id in ${ids}`);
		await transaction.execute(
			sql`update award_nomination set candidate_name = '', merits = '', member_id = null,
				erased_at = ${instant(now)} where id in ${ids}`,
		);
		await writeAudit(transaction, {
			...{ actor: null, action: 'nomination.erase', subject: 'nominations' },
			details: { erased: due.length },
		});
		return due.length;
	});
}
