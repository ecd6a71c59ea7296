import { sql } from 'drizzle-orm';
import type { Actor } from '../../../contracts/accounts';
import { compareNames } from '../../../contracts/text/name-order';
import { boardKind } from '../../../contracts/teams/teams';
import { queryRows, type Database } from '../../../server/db/client';
import { isCurrent, unitsBelow } from '../../../server/db/unit-tree';
import { ForbiddenError, InvalidError } from '../../../server/errors';
import { inTurns } from '../../../server/in-turns';
import { keptUnits } from '../../keepers.server';
import { parseRows } from '../../parse-rows';
import { readMembersOf } from '../../team/read-team.server';
import type { Member } from '../../team/view';
import { readSizes } from '../sizes.server';
import { BulkMergerInput, planVillage, type VillageMerger, type VillageTeams } from './plan';

/**
 * What would become of the teams of every village with several; nothing is changed.
 * @param given not yet parsed, see `BulkMergerInput`.
 * @throws InvalidError, ForbiddenError
 */
export async function previewMany(
	database: Database,
	actor: Actor,
	given: unknown,
): Promise<{ input: BulkMergerInput; villages: VillageMerger[] }> {
	const { parsed, problems } = parseRows(BulkMergerInput, [given]);
	const [input] = parsed;
	if (!input) throw new InvalidError(problems);
	await requireKept(database, actor, input.unitId);
	const villages = await readVillages(database, input.unitId);
	const teamIds = villages.flatMap(({ teams }) => teams.map(({ id }) => id));
	const membersOf = new Map<number, Member[]>();
	for (const { teamId, ...member } of await readMembersOf(database, teamIds)) {
		const members = membersOf.get(teamId) ?? [];
		members.push(member);
		membersOf.set(teamId, members);
	}
	const sizes = await readSizes(database, teamIds, input.mergedOn);
	return {
		input,
		villages: await inTurns(villages, (village) => planVillage(village, input, membersOf, sizes)),
	};
}

/** @throws ForbiddenError for villages too: their teams are the commune's to merge. */
export async function requireKept(database: Database, actor: Actor, unitId: number): Promise<void> {
	const [kept] = await queryRows(
		database,
		sql`select id from admin_unit where id = ${unitId}
			and level in ('commune', 'district', 'province') and id in ${keptUnits(actor)}`,
	);
	if (!kept) throw new ForbiddenError(`The account does not keep the teams of unit ${unitId}.`);
}

/** Locks the teams in one order, so that two mergers never wait for each other in a circle. */
async function readVillages(database: Database, unitId: number): Promise<VillageTeams[]> {
	const teams = await queryRows<
		Omit<VillageTeams, 'teams'> & VillageTeams['teams'][number] & Record<string, unknown>
	>(
		database,
		sql`with village as (
				select unit.id, unit.kind, unit.name, unit.parent_id, unit.code
				from ${unitsBelow(unitId)} below
				join admin_unit unit on unit.id = below.id and unit.level = 'village' and ${isCurrent('unit')}
			)
			select team.id, team.name, team.kind, team.founded_on::text as "foundedOn",
				jsonb_build_object('id', village.id, 'kind', village.kind, 'name', village.name) as unit,
				case when above.id is not null then
					jsonb_build_object('kind', above.kind, 'name', above.name) end as above
			from village join team on team.unit_id = village.id
			left join admin_unit above on above.id = village.parent_id
			where team.closed_on is null and team.kind <> ${boardKind}
			order by team.id for update of team`,
	);
	const villages = new Map<number, VillageTeams>();
	for (const { unit, above, id, name, kind, foundedOn } of teams) {
		const known = villages.get(unit.id) ?? { unit, above, teams: [] };
		known.teams.push({ id, name, kind, foundedOn });
		villages.set(unit.id, known);
	}
	return [...villages.values()]
		.filter((village) => village.teams.length > 1)
		.sort(
			(a, b) =>
				compareNames(a.above?.name ?? '', b.above?.name ?? '') ||
				compareNames(a.unit.name, b.unit.name),
		);
}
