import { sql, type SQL } from 'drizzle-orm';

/**
 * Sub-query for how many members the newest list of teams up to a day states.
 * @param teamId SQL for the team's id.
 */
export const statedSize = (teamId: SQL, day: string): SQL =>
	sql`(select stated.members from stated_team_size stated
		where stated.team_id = ${teamId} and stated.stated_on <= ${day}
		order by stated.stated_on desc limit 1)`;
