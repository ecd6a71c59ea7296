import { sql, type SQL } from 'drizzle-orm';
import { rowsAsOf } from '../server/db/rows-as-of';

/**
 * Sub-query for how many members the newest list of teams up to a day states.
 * @param teamId SQL for the team's id. @param at the instant by which it had come in; null: whenever.
 */
export const statedSize = (teamId: SQL, day: string | SQL, at: Date | null): SQL =>
	sql`(select stated.members from ${rowsAsOf('stated_team_size', at)} stated
		where stated.team_id = ${teamId} and stated.stated_on <= ${day}
		order by stated.stated_on desc limit 1)`;
