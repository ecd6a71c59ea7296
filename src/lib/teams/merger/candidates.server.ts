import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { requireDecider } from '../keepers.server';

export interface Candidate {
	id: number;
	name: string;
	unit: { id: number; kind: UnitKind; name: string };
}

/**
 * The team and those that it could be merged with: open ones of its level, in its unit or beside it.
 * @throws NotFoundError, ForbiddenError
 */
export async function readCandidates(
	database: Database,
	actor: Actor,
	teamId: number,
): Promise<Candidate[]> {
	await requireDecider(database, actor, teamId);
	return queryRows<Candidate & Record<string, unknown>>(
		database,
		sql`select team.id, team.name,
				jsonb_build_object('id', unit.id, 'kind', unit.kind, 'name', unit.name) as unit
			from team own
			join admin_unit home on home.id = own.unit_id
			join admin_unit unit on unit.level = home.level and (unit.id = home.id
				or (home.level = 'village' and unit.parent_id = home.parent_id))
			join team on team.unit_id = unit.id and team.closed_on is null
			where own.id = ${teamId}
			order by team.id <> ${teamId}, unit.id <> home.id, unit.code, team.id`,
	);
}
