import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import type { Helper } from './households';

/**
 * Who helps which households of a village on a day. Somebody whose role or team changed since is found
 * by their newest row. Whether names may be read is for the caller to say.
 */
export function readHelpers(
	database: Database,
	unitId: number,
	day: string,
	{ names }: { names: boolean },
): Promise<Helper[]> {
	return queryRows<Helper & Record<string, unknown>>(
		database,
		sql`with recursive line as (
				select id as household_id, tally_number, member_id from assisted_household
				where unit_id = ${unitId} and from_on <= ${day} and (until_on is null or until_on > ${day})
				union all
				select line.household_id, line.tally_number, next.id
				from line join team_member next on next.continues_id = line.member_id
					and next.from_on <= ${day} and next.until_on is distinct from next.from_on
			), newest as (
				select tally_number, max(member_id) as member_id from line group by household_id, tally_number
			)
			select member.id as "memberId", ${names ? sql`member.full_name` : sql`null`} as "fullName",
				member.until_on is null or member.until_on > ${day} as serves,
				jsonb_agg(newest.tally_number order by newest.tally_number) as "tallyNumbers"
			from newest join team_member member on member.id = newest.member_id
			group by member.id order by count(*) desc, min(newest.tally_number)`,
	);
}
