import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/reach.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { checkComposition, type Seated } from '../composition';
import { readFormerProvinces } from '../rules/former-provinces.server';
import { readRules } from '../rules/read-rules.server';
import type { TeamLine } from './lines';

/** Every team that the actor may look at on a day, and every unit without one. */
export function readTeamLines(database: Database, actor: Actor, day: string): Promise<TeamLine[]> {
	return queryRows<TeamLine & Record<string, unknown>>(
		database,
		sql`with recursive tree as (
				select id, array[id] as path from admin_unit where parent_id is null
				union all
				select child.id, child.id || tree.path from tree join admin_unit child on child.parent_id = tree.id
			), roster as (
				select team_id, count(*)::int as members, (count(*) filter (where youth))::int as youths
				from team_member where from_on <= ${day} and (until_on is null or until_on > ${day})
				group by team_id
			)
			select jsonb_build_object('id', unit.id, 'code', unit.code, 'level', unit.level,
					'kind', unit.kind, 'name', unit.name) as unit,
				case when above.level in ('commune', 'district') then
					jsonb_build_object('kind', above.kind, 'name', above.name) end as above,
				tree.path as "unitIds",
				case when team.id is not null then jsonb_build_object('id', team.id, 'name', team.name,
					'kind', team.kind, 'members', coalesce(roster.members, 0),
					'youths', coalesce(roster.youths, 0)) end as team
			from ${reachedUnits(actor, 'viewer')} reached
			join tree on tree.id = reached.id
			join admin_unit unit on unit.id = tree.id and unit.level in ('district', 'commune', 'village')
				and unit.valid_from <= ${day} and (unit.valid_to is null or unit.valid_to > ${day})
			left join admin_unit above on above.id = unit.parent_id
			left join team on team.unit_id = unit.id and team.founded_on <= ${day}
				and (team.closed_on is null or team.closed_on > ${day})
			left join roster on roster.team_id = team.id`,
	);
}

/** How many rules each of the teams breaks on a day; teams that break none are left out. */
export async function countBrokenRules(
	database: Database,
	lines: readonly TeamLine[],
	day: string,
): Promise<Map<number, number>> {
	const rules = await readRules(database);
	const teamIds = lines.flatMap(({ team }) => team?.id ?? []);
	if (rules.length === 0 || teamIds.length === 0) return new Map();
	const rosters = await queryRows<{ teamId: number; members: Seated[] }>(
		database,
		sql`select team_id as "teamId", jsonb_agg(jsonb_build_object('role', role, 'position', position,
				'organisation', organisation, 'youth', youth)) as members
			from team_member
			where team_id in (select jsonb_array_elements_text(${JSON.stringify(teamIds)}::jsonb)::int)
				and from_on <= ${day} and (until_on is null or until_on > ${day})
			group by team_id`,
	);
	const membersOf = new Map(rosters.map(({ teamId, members }) => [teamId, members]));
	const units = lines.flatMap(({ team, unit }) => (team ? [unit.id] : []));
	const former = await readFormerProvinces(database, rules, units);
	const broken = new Map<number, number>();
	for (const { team, unit, unitIds } of lines) {
		if (!team) continue;
		const formerProvinceIds = former.get(unit.id) ?? [];
		const ruled = { level: unit.level, kind: team.kind, unitIds, formerProvinceIds };
		const checked = checkComposition(rules, ruled, membersOf.get(team.id) ?? [], day);
		const count = checked.filter(({ lack }) => lack !== null).length;
		if (count > 0) broken.set(team.id, count);
	}
	return broken;
}
