import { sql } from 'drizzle-orm';
import { teamSize, type KnownSize, type TeamSize } from '../../contracts/teams/size';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { statedSize } from '../size.server';

/** How many members teams have on a day, by team. */
export async function readSizes(
	database: Database,
	teamIds: readonly number[],
	day: string,
): Promise<Map<number, TeamSize>> {
	const teams = await queryRows<
		KnownSize & { id: number; named: number } & Record<string, unknown>
	>(
		database,
		sql`select team.id, ${statedSize(sql`team.id`, day, null)} as stated,
				roster_complete_on::text as "rosterCompleteOn", (
					select count(*)::int from team_member where team_id = team.id
						and from_on <= ${day} and (until_on is null or until_on > ${day})
				) as named
			from team where id in ${idList(teamIds)}`,
	);
	return new Map(teams.map(({ id, named, ...known }) => [id, teamSize(known, named, day)]));
}
