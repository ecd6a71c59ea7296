import { sql } from 'drizzle-orm';
import { reachedUnits } from '../../accounts/access/reach.server';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { boardKind } from '../../contracts/teams/teams';
import { checkComposition, isBroken, type Seated } from '../composition';
import { teamSize, type KnownSize } from '../../contracts/teams/size';
import { statedSize } from '../size.server';
import { readFormerUnits } from '../rules/former-units.server';
import { readRules } from '../rules/read-rules.server';
import type { TeamLine } from './lines';
import { isValidOn, unitPaths } from '../../server/db/unit-tree';

/** As the database keeps it; what counts as the team's size is worked out from it. */
type StoredLine = Omit<TeamLine, 'team'> & {
	team:
		| (KnownSize &
				Pick<
					NonNullable<TeamLine['team']>,
					'id' | 'name' | 'kind' | 'youths' | 'reestablishedOn'
				> & {
					named: number;
				})
		| null;
};

/**
 * Every team and board that the actor may look at on a day, and every unit without a team, be it that
 * it has a board.
 */
export async function readTeamLines(
	database: Database,
	actor: Actor,
	day: string,
): Promise<TeamLine[]> {
	const rows = await queryRows<StoredLine & Record<string, unknown>>(
		database,
		sql`with tree as (
				select id, path from ${unitPaths()} every
			), roster as (
				select team_id, count(*)::int as members, (count(*) filter (where youth))::int as youths
				from team_member where from_on <= ${day} and (until_on is null or until_on > ${day})
				group by team_id
			), standing as (
				select * from team where founded_on <= ${day} and (closed_on is null or closed_on > ${day})
			), place as (
				select unit.*, tree.path from ${reachedUnits(actor, 'viewer')} reached
				join tree on tree.id = reached.id
				join admin_unit unit on unit.id = tree.id and unit.level in ('district', 'commune', 'village')
					and ${isValidOn('unit', day)}
			), held as (
				select place.id as unit_id, team.id from place
				left join standing team on team.unit_id = place.id and team.kind <> ${boardKind}
				union all
				select unit_id, id from standing where kind = ${boardKind}
			)
			select jsonb_build_object('id', unit.id, 'code', unit.code, 'level', unit.level,
					'kind', unit.kind, 'name', unit.name) as unit,
				case when above.level in ('commune', 'district') then
					jsonb_build_object('kind', above.kind, 'name', above.name) end as above,
				unit.path as "unitIds",
				case when team.id is not null then jsonb_build_object('id', team.id, 'name', team.name,
					'kind', team.kind, 'stated', ${statedSize(sql`team.id`, day, null)},
					'rosterCompleteOn', team.roster_complete_on,
					'reestablishedOn', team.reestablished_on,
					'named', coalesce(roster.members, 0), 'youths', coalesce(roster.youths, 0)) end as team
			from held
			join place unit on unit.id = held.unit_id
			left join admin_unit above on above.id = unit.parent_id
			left join standing team on team.id = held.id
			left join roster on roster.team_id = team.id`,
	);
	return rows.map(({ team, ...line }) => {
		if (!team) return { ...line, team };
		const { named, stated, rosterCompleteOn, ...known } = team;
		return { ...line, team: { ...known, ...teamSize({ stated, rosterCompleteOn }, named, day) } };
	});
}

/** How many rules each of the teams breaks on a day; teams that break none are left out. */
export async function countBrokenRules(
	database: Database,
	lines: readonly TeamLine[],
	day: string,
): Promise<Map<number, number>> {
	const rules = await readRules(database, null);
	const teamIds = lines.flatMap(({ team }) => team?.id ?? []);
	if (rules.length === 0 || teamIds.length === 0) return new Map();
	const rosters = await queryRows<{ teamId: number; members: Seated[] }>(
		database,
		sql`select team_id as "teamId", jsonb_agg(jsonb_build_object('role', role, 'position', position,
				'organisation', organisation, 'youth', youth)) as members
			from team_member
			where team_id in ${idList(teamIds)}
				and from_on <= ${day} and (until_on is null or until_on > ${day})
			group by team_id`,
	);
	const membersOf = new Map(rosters.map(({ teamId, members }) => [teamId, members]));
	const units = lines.flatMap(({ team, unit }) => (team ? [unit.id] : []));
	const former = await readFormerUnits(database, rules, units);
	const broken = new Map<number, number>();
	for (const { team, unit, unitIds } of lines) {
		if (!team) continue;
		const formerUnitIds = former.get(unit.id) ?? [];
		const ruled = { level: unit.level, kind: team.kind, unitIds, formerUnitIds };
		const checked = checkComposition(rules, ruled, membersOf.get(team.id) ?? [], day, team);
		const count = checked.filter(isBroken).length;
		if (count > 0) broken.set(team.id, count);
	}
	return broken;
}
