import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind, UnitLevel } from '../contracts/admin-units';
import { queryRows, type Database } from '../server/db/client';
import { isValidOn } from '../server/db/unit-tree';

/** A unit, or one of its teams, for which the actor may note activities down. */
export interface Holder extends Record<string, unknown> {
	unitId: number;
	teamId: number | null;
	kind: UnitKind;
	level: UnitLevel;
	name: string;
	parentName: string;
	/** Only where the unit has more than one team: it has to be told which. */
	teamName: string | null;
}

export interface Holders {
	holders: Holder[];
	/** How many there are in all, of which `holders` is the beginning. */
	total: number;
}

/**
 * Those on whose behalf the actor may note activities down on a day, the ones used last first.
 * A unit without a team stands for itself.
 */
export async function readHolders(
	database: Database,
	actor: Actor,
	{ day, searchName, limit }: { day: string; searchName: string; limit: number },
): Promise<Holders> {
	const rows = await queryRows<Holder & { total: number }>(
		database,
		sql`select unit.id as "unitId", team.id as "teamId", unit.kind, unit.level, unit.name,
				coalesce(parent.name, '') as "parentName",
				case when count(team.id) over (partition by unit.id) > 1 then team.name end as "teamName",
				count(*) over ()::int as total
			from admin_unit unit
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			left join team on team.unit_id = unit.id and team.founded_on <= ${day}
				and (team.closed_on is null or team.closed_on > ${day})
			left join lateral (select max(id) as id from activity
				where recorded_by = ${actor.accountId} and unit_id = unit.id) used on true
			where unit.id in ${reachedUnits(actor, 'reporter')} and unit.level <> 'country'
				and ${isValidOn('unit', day)}
				and unit.search_name like ${`%${searchName}%`}
			order by used.id desc nulls last,
				array_position(array['province', 'district', 'commune', 'village'], unit.level), unit.code, team.id
			limit ${limit}`,
	);
	return {
		holders: rows.map(({ total: _, ...holder }) => holder),
		total: rows[0]?.total ?? 0,
	};
}

/** Where the actor's last activities took place, newest first: most are held in the same few places. */
export async function readRecentPlaces(database: Database, actor: Actor): Promise<string[]> {
	const rows = await queryRows<{ place: string }>(
		database,
		sql`select place from activity where recorded_by = ${actor.accountId}
			group by place order by max(id) desc limit 8`,
	);
	return rows.map(({ place }) => place);
}
