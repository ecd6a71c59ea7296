import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { keptUnits } from '../../teams/keepers.server';
import { statedSize } from '../../teams/size.server';
import type { PlaceUnit } from './places';
import type { Register, RegisterMember, RegisterTeam } from './register';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';

/** @param unitId only this unit and what is below it. */
export async function readRegister(
	database: Database,
	actor: Actor,
	day: string,
	unitId: number | null = null,
): Promise<Register> {
	const units = await queryRows<PlaceUnit & Record<string, unknown>>(
		database,
		sql`with kept as materialized (select id from ${keptUnits(actor)} kept_units),
			chosen as (
				select id from ${unitsBelow(unitId ?? [])} below
			), valid as materialized (
				select * from admin_unit where level in ('district', 'commune', 'village')
					and ${isValidOn('admin_unit', day)}
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
	const kept = idList(units.filter(({ keeps }) => keeps).map(({ id }) => id));
	const teams = await queryRows<RegisterTeam & Record<string, unknown>>(
		database,
		sql`select id, unit_id as "unitId", name, kind, founded_on::text as "foundedOn",
				reestablished_on::text as "reestablishedOn", closed_on::text as "closedOn",
				zalo_group_name as "zaloGroupName", zalo_group_link as "zaloGroupLink",
				jsonb_build_object('stated', ${statedSize(sql`team.id`, day, null)},
					'rosterCompleteOn', roster_complete_on) as size
			from team where unit_id in ${kept} and (closed_on is null or closed_on > ${day})
				and closed_on is distinct from founded_on
			order by id`,
	);
	const members = await queryRows<RegisterMember & Record<string, unknown>>(
		database,
		sql`select member.id, team_id as "teamId", full_name as "fullName", role, position, organisation,
				organisation_kind as "organisationKind", smartphone, youth, phone, skills, from_on::text as "fromOn", until_on::text as "untilOn",
				continues_id as "continuesId"
			from team_member member join team on team.id = member.team_id
			where team.unit_id in ${kept} and (team.closed_on is null or team.closed_on > ${day})
				and until_on is distinct from from_on
			order by from_on, member.id`,
	);
	return { units, teams, members };
}
