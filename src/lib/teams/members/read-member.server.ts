import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import { requireKeeper } from '../keepers.server';
import { readMembers, readTeamFacts } from '../team/read-team.server';
import type { Member, TeamFacts } from '../team/view';

/** One row of a roster, for whoever keeps the team. @throws NotFoundError, ForbiddenError */
export async function readMember(
	database: Database,
	actor: Actor,
	teamId: number,
	memberId: number,
): Promise<{ team: TeamFacts; member: Member }> {
	await requireKeeper(database, actor, teamId);
	const member = (await readMembers(database, teamId)).find(({ id }) => id === memberId);
	if (!member) throw new NotFoundError(`The team has no member ${memberId}.`);
	return { team: await readTeamFacts(database, teamId), member };
}
