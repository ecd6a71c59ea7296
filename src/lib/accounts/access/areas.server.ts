import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { reachedUnits } from './reach.server';

/** Sub-query for the ids of units that somebody with this account looks after on a day as a member of a team or board. */
const namedAreas = ({ accountId }: Actor, day: string): SQL => sql`(
	select distinct area.id from team_member member
	join team on team.id = member.team_id and (team.closed_on is null or team.closed_on > ${day})
	cross join lateral unnest(member.area_ids) area (id)
	where member.account_id = ${accountId} and member.area_ids <> '{}' and member.from_on <= ${day}
		and (member.until_on is null or member.until_on > ${day})
)`;

/** Sub-query for the ids of those of them that the actor's roles reach. */
export const lookedAfter = (actor: Actor, day: string): SQL =>
	sql`(select named.id from ${namedAreas(actor, day)} named
		where named.id in ${reachedUnits(actor, 'viewer')})`;

/** Whether the actor looks after any unit today. */
export async function hasAreas(database: Database, actor: Actor): Promise<boolean> {
	const [answer] = await queryRows<{ found: boolean }>(
		database,
		sql`select exists (select from ${namedAreas(actor, localDay(new Date()))} named) as found`,
	);
	return answer?.found ?? false;
}

/** Whether the actor looks after the unit on a day. */
export async function looksAfter(
	database: Database,
	actor: Actor,
	unitId: number,
	day: string,
): Promise<boolean> {
	const [answer] = await queryRows<{ found: boolean }>(
		database,
		sql`select ${unitId} in ${lookedAfter(actor, day)} as found`,
	);
	return answer?.found ?? false;
}
