import { sql } from 'drizzle-orm';
import type { ActivityKind } from '../../contracts/activities';
import type { DigitalSkill } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';

/** What is on record of a member's own work: members are compared by it, and never scored by a formula. */
export interface MemberRecord {
	/** Local day on which the member first served in a team. */
	servesSince: string;
	skills: DigitalSkill[];
	/** Written down by the member in the log, in the time that counts. */
	activities: { kind: ActivityKind; count: number }[];
	/** Households that the member does online services for. */
	households: number;
	/** Published. */
	practices: number;
}

export async function readMemberRecord(
	database: Database,
	memberId: number,
	{ countsFrom, countsUntil }: { countsFrom: string; countsUntil: string },
): Promise<MemberRecord> {
	const [row] = await queryRows<MemberRecord & Record<string, unknown>>(
		database,
		sql`with recursive served as (
				select id, continues_id, account_id, from_on, skills, 0 as step from team_member where id = ${memberId}
				union all
				select before.id, before.continues_id, before.account_id, before.from_on, before.skills, served.step + 1
				from served join team_member before on before.id = served.continues_id
			), own_account as (
				select distinct account_id as id from served where account_id is not null
			), counted as (
				select activity.kind, count(*)::int as count from activity
				where activity.recorded_by in (select id from own_account) and activity.cancelled_at is null
					and activity.held_on between ${countsFrom} and ${countsUntil}
				group by activity.kind
			)
			select (select min(from_on)::text from served) as "servesSince",
				(select skills from served where step = 0) as skills,
				coalesce((select json_agg(counted order by kind) from counted), '[]') as activities,
				(select count(*)::int from assisted_household helped
					where helped.member_id in (select id from served)
						and (helped.until_on is null or helped.until_on > ${countsFrom})) as households,
				(select count(*)::int from practice
					where state = 'published' and written_by in (select id from own_account)) as practices`,
	);
	if (!row) throw new Error('A select without a table has one row.');
	return row;
}
