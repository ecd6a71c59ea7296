import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import { addDays } from '../../contracts/local-time';
import type { KnownSize } from '../../contracts/teams/size';
import { boardKind } from '../../contracts/teams/teams';
import { readRegistryFigures } from '../../teams/registry/read-figures.server';
import { statedSize } from '../../teams/size.server';
import { sizeOf } from '../roster/register';
import type { TeamFacts } from './narrative/situation';
import type { Span } from './span';

interface OwnTeam extends KnownSize, Record<string, unknown> {
	name: string;
	foundedOn: string;
	decision: string;
	serving: number;
	posts: { role: 'leader' | 'deputy'; position: string }[];
}

/** Teams of a unit and everything below it on a span's last day. */
export async function readTeamFacts(
	database: Database,
	unitId: number,
	{ startsOn, endsOn: day }: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<TeamFacts> {
	const figures = (await readRegistryFigures(database, [unitId], day)).get(unitId);
	const earlier = (await readRegistryFigures(database, [unitId], addDays(startsOn, -1))).get(
		unitId,
	);
	const [unit] = await queryRows<{ level: string }>(
		database,
		sql`select level from admin_unit where id = ${unitId}`,
	);
	// Of the unit's own team more is said than that there is one.
	const below = (level: 'commune' | 'village', covered = { all: 0, withTeam: 0 }) =>
		unit?.level === level ? { all: 0, withTeam: 0 } : covered;
	return {
		own: await readOwnTeam(database, unitId, day),
		communes: below('commune', figures?.communes),
		villages: below('village', figures?.villages),
		teams: figures?.teams ?? 0,
		beside: await readBeside(database, unitId, day),
		members: figures?.members ?? 0,
		youths: figures?.youths ?? 0,
		reestablished: Math.max(0, (figures?.reestablished ?? 0) - (earlier?.reestablished ?? 0)),
		plans: figures?.plans ?? 0,
		rules: figures?.rules ?? 0,
		zaloGroups: (figures?.communeZaloGroups ?? 0) + (figures?.villageZaloGroups ?? 0),
	};
}

/** Teams of other kinds below a unit, and how many places have more than one team. */
async function readBeside(
	database: Database,
	unitId: number,
	day: string,
): Promise<TeamFacts['beside']> {
	const [beside] = await queryRows<TeamFacts['beside'] & Record<string, unknown>>(
		database,
		sql`with place as (
				select count(*)::int as teams, count(*) filter (where kind = 'project06')::int as project06,
					count(*) filter (where kind = 'youth5299')::int as youth5299
				from team where kind <> ${boardKind} and founded_on <= ${day}
					and (closed_on is null or closed_on > ${day})
					and unit_id in (select id from ${unitsBelow(unitId)} below)
				group by unit_id
			)
			select coalesce(sum(project06), 0)::int as project06,
				coalesce(sum(youth5299), 0)::int as youth5299,
				count(*) filter (where teams > 1)::int as places
			from place`,
	);
	return beside ?? { project06: 0, youth5299: 0, places: 0 };
}

/** The unit's first team that stands on the day. */
async function readOwnTeam(
	database: Database,
	unitId: number,
	day: string,
): Promise<TeamFacts['own']> {
	const [own] = await queryRows<OwnTeam>(
		database,
		sql`with roster as (
				select count(*)::int as serving, coalesce(jsonb_agg(
						jsonb_build_object('role', role, 'position', position) order by id
					) filter (where role <> 'member'), '[]'::jsonb) as posts, team_id
				from team_member where from_on <= ${day} and (until_on is null or until_on > ${day})
				group by team_id
			)
			select team.name, team.founded_on::text as "foundedOn",
				coalesce((select number from team_paper paper where paper.team_id = team.id
					and kind = 'founding' order by id limit 1), '') as decision,
				coalesce(roster.serving, 0) as serving, ${statedSize(sql`team.id`, day, null)} as stated,
				team.roster_complete_on::text as "rosterCompleteOn",
				coalesce(roster.posts, '[]'::jsonb) as posts
			from team left join roster on roster.team_id = team.id
			where team.unit_id = ${unitId} and team.kind <> ${boardKind} and team.founded_on <= ${day}
				and (team.closed_on is null or team.closed_on > ${day})
			order by team.id limit 1`,
	);
	if (!own) return null;
	const { name, foundedOn, decision, posts } = own;
	const inRole = (role: 'leader' | 'deputy') =>
		posts.filter((post) => post.role === role).map(({ position }) => position);
	return {
		name,
		foundedOn,
		decision,
		members: sizeOf(own, own.serving, day),
		leader: inRole('leader')[0] ?? '',
		deputies: inRole('deputy'),
	};
}
