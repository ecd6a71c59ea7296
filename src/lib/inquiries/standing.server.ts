import { sql, type SQL } from 'drizzle-orm';
import { instant } from '../server/db/instant';

/**
 * Where a unit's answer stands, for a query that joins `inquiry` and `firstAnswer`: the first revision
 * says whether it was late, whatever is corrected afterwards; a deadline that was extended holds for all.
 */
export const answerStanding = (now: Date): SQL => sql`(case
	when first.submitted_at < inquiry.due_at then 'onTime'
	when first.submitted_at is not null then 'late'
	when inquiry.due_at > ${instant(now)} then 'pending'
	else 'missing' end)`;

/** Joins the first and the newest answer, `first` and `newest`, to `inquiry_recipient` as `asked`. */
export const firstAndNewest = sql`
	left join inquiry_answer first on first.inquiry_id = asked.inquiry_id
		and first.unit_id = asked.unit_id and first.revision = 1
	left join lateral (
		select answer.* from inquiry_answer answer
		where answer.inquiry_id = asked.inquiry_id and answer.unit_id = asked.unit_id
		order by answer.revision desc limit 1
	) newest on true`;
