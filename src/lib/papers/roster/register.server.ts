import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { DigitalSkill, MemberRole, TeamKind } from '../../contracts/teams';
import { queryRows, type Database } from '../../server/db/client';
import { keptUnits } from '../../teams/keepers.server';
import type { PlaceUnit } from './places';

/** A team as `saveTeams` takes it, and what a list once stated of its size. */
export interface RegisterTeam {
	id: number;
	unitId: number;
	name: string;
	kind: TeamKind;
	foundedOn: string;
	reestablishedOn: string | null;
	closedOn: string | null;
	zaloGroupName: string;
	zaloGroupLink: string;
	stated: number | null;
}

/** A row of a roster as `saveMembers` takes it. */
export interface RegisterMember {
	id: number;
	teamId: number;
	fullName: string;
	role: MemberRole;
	position: string;
	organisation: string;
	youth: boolean;
	phone: string | null;
	skills: DigitalSkill[];
	fromOn: string;
	untilOn: string | null;
	continuesId: number | null;
}

/** Where an account meets teams, as of a day. Internal: names and phones. */
export interface Register {
	/** Communes that the account keeps wholly or in part, with all their villages. */
	units: PlaceUnit[];
	/** Of these units: all that aren't closed on the day, those founded later included. */
	teams: RegisterTeam[];
	/** Everybody who ever served in these teams, in order of their first day. */
	members: RegisterMember[];
}

/** @param unitId only this unit and what is below it. */
export async function readRegister(
	database: Database,
	actor: Actor,
	day: string,
	unitId: number | null = null,
): Promise<Register> {
	const units = await queryRows<PlaceUnit & Record<string, unknown>>(
		database,
		sql`with recursive kept as materialized (select id from ${keptUnits(actor)} kept_units),
			chosen as (
				select id from admin_unit where id = ${unitId}
				union
				select below.id from admin_unit below join chosen on below.parent_id = chosen.id
			), valid as materialized (
				select * from admin_unit where level in ('district', 'commune', 'village')
					and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
			), communes as materialized (
				select id from valid where level = 'commune' and id in (select id from kept)
				union
				select parent_id from valid where level = 'village' and id in (select id from kept)
			)
			select unit.id, unit.code, unit.level, unit.kind, unit.name, unit.parent_id as "parentId",
				district.name as district, unit.id in (select id from kept) as keeps
			from valid unit
			left join admin_unit district on district.id = unit.parent_id and district.level = 'district'
			where (unit.id in (select id from communes)
					or (unit.level = 'village' and unit.parent_id in (select id from communes)))
				and (${unitId}::int is null or unit.id in (select id from chosen))
			order by unit.id`,
	);
	const given = JSON.stringify(units.filter(({ keeps }) => keeps).map(({ id }) => id));
	const kept = sql`(select jsonb_array_elements_text(${given}::jsonb)::int)`;
	const teams = await queryRows<RegisterTeam & Record<string, unknown>>(
		database,
		sql`select id, unit_id as "unitId", name, kind, founded_on::text as "foundedOn",
				reestablished_on::text as "reestablishedOn", closed_on::text as "closedOn",
				zalo_group_name as "zaloGroupName", zalo_group_link as "zaloGroupLink",
				(select members from stated_team_size stated
					where stated.team_id = team.id and stated_on <= ${day}
					order by stated_on desc limit 1) as stated
			from team where unit_id in ${kept} and (closed_on is null or closed_on > ${day})
				and closed_on is distinct from founded_on
			order by id`,
	);
	const members = await queryRows<RegisterMember & Record<string, unknown>>(
		database,
		sql`select member.id, team_id as "teamId", full_name as "fullName", role, position, organisation,
				youth, phone, skills, from_on::text as "fromOn", until_on::text as "untilOn",
				continues_id as "continuesId"
			from team_member member join team on team.id = member.team_id
			where team.unit_id in ${kept} and (team.closed_on is null or team.closed_on > ${day})
				and until_on is distinct from from_on
			order by from_on, member.id`,
	);
	return { units, teams, members };
}

export const servesOn =
	(day: string) =>
	({ fromOn, untilOn }: Pick<RegisterMember, 'fromOn' | 'untilOn'>): boolean =>
		fromOn <= day && (untilOn === null || untilOn > day);

/**
 * How many members a team has on a day: those of its roster, or what a list stated while the roster
 * holds nobody but the leader.
 */
export const sizeOf = (team: Pick<RegisterTeam, 'stated'>, serving: number): number =>
	serving <= 1 && team.stated !== null ? Math.max(team.stated, serving) : serving;

export const byTeam = (members: readonly RegisterMember[]): Map<number, RegisterMember[]> =>
	grouped(members, ({ teamId }) => teamId);

export const byUnit = (teams: readonly RegisterTeam[]): Map<number, RegisterTeam[]> =>
	grouped(teams, ({ unitId }) => unitId);

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
