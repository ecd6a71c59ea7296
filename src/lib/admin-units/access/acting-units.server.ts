import { sql } from 'drizzle-orm';
import { lookedAfter } from '../../accounts/access/areas.server';
import { reachedUnits } from '../../accounts/access/reach.server';
import type { Actor, Role } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { idList } from '../../server/db/among';
import { isValidOn } from '../../server/db/unit-tree';

export interface ActingUnit extends Record<string, unknown> {
	id: number;
	kind: UnitKind;
	name: string;
	parentName: string;
}

export interface ActingSelection {
	roles: readonly [Role, ...Role[]];
	day: string;
	searchName: string;
	limit: number;
	/** Comes first, whatever else there is. */
	unitId?: number;
	/** Also what the actor looks after as a member of a team or board. */
	lookedAfter?: boolean;
	/** Only those that have others of the day below them. */
	hasUnitsBelow?: boolean;
}

/** The units of a day for which the actor may act in one of the roles, from the top down. */
export async function readActingUnits(
	database: Database,
	actor: Actor,
	{ roles, day, searchName, limit, unitId, ...only }: ActingSelection,
): Promise<{ units: ActingUnit[]; total: number }> {
	const reached = sql.join(
		[
			...roles.map((role) => sql`unit.id in ${reachedUnits(actor, role)}`),
			...(only.lookedAfter ? [sql`unit.id in ${lookedAfter(actor, day)}`] : []),
		],
		sql` or `,
	);
	const rows = await queryRows<ActingUnit & { total: number }>(
		database,
		sql`select unit.id, unit.kind, unit.name, coalesce(parent.name, '') as "parentName",
				count(*) over ()::int as total
			from admin_unit unit
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where (${reached}) and unit.level <> 'country' and ${isValidOn('unit', day)}
				and unit.search_name like ${`%${searchName}%`}
				${
					only.hasUnitsBelow
						? sql`and exists (select from admin_unit child
							where child.parent_id = unit.id and ${isValidOn('child', day)})`
						: sql``
				}
			order by unit.id <> ${unitId ?? 0}, array_position(array['province', 'district', 'commune', 'village'], unit.level), unit.code
			limit ${limit}`,
	);
	return { units: rows.map(({ total: _, ...unit }) => unit), total: rows[0]?.total ?? 0 };
}

/** Whether the actor may act in one of the roles for a unit with others of the day below it. */
export async function actsAboveOthers(
	database: Database,
	actor: Actor,
	roles: ActingSelection['roles'],
	day: string,
): Promise<boolean> {
	const selection = { roles, day, searchName: '', limit: 1, hasUnitsBelow: true };
	const { total } = await readActingUnits(database, actor, selection);
	return total > 0;
}

export interface ActingHolder extends ActingUnit {
	/** Null for the unit itself. */
	teamId: number | null;
	teamName: string | null;
}

/** The same units, each followed by its teams of the day. */
export async function readActingHolders(
	database: Database,
	actor: Actor,
	selection: ActingSelection,
): Promise<{ holders: ActingHolder[]; shown: number; total: number }> {
	const { units, total } = await readActingUnits(database, actor, selection);
	const teams = await queryRows<{ id: number; unitId: number; name: string }>(
		database,
		sql`select team.id, team.unit_id as "unitId", team.name from team
			where team.unit_id in ${idList(units.map(({ id }) => id))} and team.founded_on <= ${selection.day}
				and (team.closed_on is null or team.closed_on > ${selection.day})
			order by team.id`,
	);
	const holders = units.flatMap((unit): ActingHolder[] => [
		{ ...unit, teamId: null, teamName: null },
		...teams
			.filter(({ unitId }) => unitId === unit.id)
			.map(({ id, name }) => ({ ...unit, teamId: id, teamName: name })),
	]);
	return { holders, shown: units.length, total };
}
