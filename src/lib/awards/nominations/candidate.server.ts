import { sql } from 'drizzle-orm';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { compareNames } from '../../contracts/text/name-order';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsAbove } from '../../server/db/unit-tree';

/** Somebody who can be put forward at a unit: the unit, one of its teams, one of a team's members. */
export interface Candidate extends Record<string, unknown> {
	unitId: number;
	teamId: number | null;
	memberId: number | null;
	name: string;
	/** Of a person: post and team. */
	position: string;
}

const levels = { commune: 'commune', communeTeam: 'commune', villageTeam: 'village' } as const;

/** Who of a unit can be put forward in a category, by name; below the season's unit alone. */
export async function listCandidates(
	database: Database,
	request: CandidateRequest,
): Promise<Candidate[]> {
	const candidates = await readCandidates(database, request);
	return candidates.sort((one, other) => compareNames(one.name, other.name));
}

interface CandidateRequest {
	kind: CandidateKind;
	unitId: number;
	seasonUnitId: number;
	day: string;
}

function readCandidates(
	database: Database,
	{ kind, unitId, seasonUnitId, day }: CandidateRequest,
): Promise<Candidate[]> {
	const within = sql`unit.id = ${unitId} and ${isValidOn('unit', day)}
		and ${seasonUnitId}::int in (select id from ${unitsAbove(unitId)} line where depth > 0)`;
	const isOpen = sql`(team.closed_on is null or team.closed_on > ${day}) and team.kind <> 'board'`;
	if (kind === 'commune')
		return queryRows<Candidate>(
			database,
			sql`select unit.id as "unitId", null::int as "teamId", null::int as "memberId", unit.name, '' as position
				from admin_unit unit where ${within} and unit.level = ${levels.commune}`,
		);
	if (kind !== 'individual')
		return queryRows<Candidate>(
			database,
			sql`select unit.id as "unitId", team.id as "teamId", null::int as "memberId", team.name, '' as position
				from team join admin_unit unit on unit.id = team.unit_id
				where ${within} and unit.level = ${levels[kind]} and ${isOpen}
				order by team.id`,
		);
	return queryRows<Candidate>(
		database,
		sql`select unit.id as "unitId", team.id as "teamId", roster.id as "memberId", roster.full_name as name,
				concat_ws(', ', nullif(roster.position, ''), team.name) as position
			from team_member roster join team on team.id = roster.team_id
			join admin_unit unit on unit.id = team.unit_id
			where ${within} and ${isOpen} and roster.until_on is null
			order by roster.id`,
	);
}
