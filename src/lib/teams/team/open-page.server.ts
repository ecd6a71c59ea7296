import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { readHelpers } from '../households/read-helpers.server';
import { readSilentTeams } from '../silence/read-silent.server';
import { readSupporters } from '../support/read-supporters.server';
import { undoObstacle } from '../merger/undo-merger.server';
import { openTeam } from './open-team.server';
import { reopenObstacle } from './reopen-team.server';

/**
 * A team, and which of its last steps may be taken back: the merger that made it, if nothing stands in
 * the way, and its closing, with what stands in the way (undefined: it is not closed, or not for the
 * actor to decide).
 * @throws NotFoundError
 */
export async function openTeamPage(database: Database, actor: Actor, teamId: number, day: string) {
	const page = await openTeam(database, actor, teamId, day);
	const { decides } = page.standing;
	const made = page.mergers.find(
		({ result, undoneAt }) => result.id === page.team.id && undoneAt === null,
	);
	const obstacle = made && decides ? await undoObstacle(database, made.id) : 'closed';
	const { unit } = page.team;
	const names = { names: page.standing.keeps };
	return {
		page,
		/** Null where there are no households of its own. */
		helpers: unit.level === 'village' ? await readHelpers(database, unit.id, day, names) : null,
		supporters: await readSupporters(database, unit.id, day, names),
		silent:
			page.team.closedOn === null &&
			(await readSilentTeams(database, [teamId], day, null)).size > 0,
		undoable: obstacle === null ? (made?.id ?? null) : null,
		reopening:
			page.team.closedOn !== null && decides
				? await reopenObstacle(database, page.team.id)
				: undefined,
	};
}
