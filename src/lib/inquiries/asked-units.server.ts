import { sql, type SQL } from 'drizzle-orm';
import type { UnitKind } from '../contracts/admin-units';
import type { Audience } from '../contracts/inquiries';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { unitsBelow } from '../server/db/unit-tree';

/** Sub-query for the ids of the units of a day below the asker that an audience means. */
export const askedUnits = (askerId: number, { level, unitIds }: Audience, day: string): SQL => sql`(
	select unit.id from ${unitsBelow(askerId, { on: day })} below
	join admin_unit unit on unit.id = below.id
	where below.depth > 0 and unit.level = ${level}
		${unitIds.length === 0 ? sql`` : sql`and unit.id in ${idList(unitIds)}`}
)`;

export interface ChoosableUnit extends Record<string, unknown> {
	id: number;
	kind: UnitKind;
	name: string;
	parentName: string;
	isChosen: boolean;
}

/** Those that may be asked one by one: the chosen ones, then others by name. */
export const readChoosable = (
	database: Database,
	askerId: number,
	{ level, unitIds }: Audience,
	{ day, searchName, limit }: { day: string; searchName: string; limit: number },
): Promise<ChoosableUnit[]> =>
	queryRows<ChoosableUnit>(
		database,
		sql`select unit.id, unit.kind, unit.name, coalesce(parent.name, '') as "parentName",
				unit.id in ${idList(unitIds)} as "isChosen"
			from ${askedUnits(askerId, { level, unitIds: [] }, day)} asked
			join admin_unit unit on unit.id = asked.id
			left join admin_unit parent on parent.id = unit.parent_id and parent.level <> 'country'
			where unit.id in ${idList(unitIds)} or unit.search_name like ${`%${searchName}%`}
				or parent.search_name like ${`%${searchName}%`}
			order by 5 desc, unit.code
			limit ${limit}`,
	);
