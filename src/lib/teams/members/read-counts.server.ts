import { sql } from 'drizzle-orm';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { countMembers, type CountedMember, type MemberCounts } from './organisation-kind';

/** Who serves in these teams on a day, by where they come from: counts alone, nobody's name. */
export async function readMemberCounts(
	database: Database,
	teamIds: readonly number[],
	day: string,
): Promise<MemberCounts> {
	const members = await queryRows<CountedMember & Record<string, unknown>>(
		database,
		sql`select position, organisation, organisation_kind as "organisationKind", smartphone
			from team_member
			where team_id in ${idList(teamIds)}
				and from_on <= ${day} and (until_on is null or until_on > ${day})`,
	);
	return countMembers(members);
}
