import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';

/** A unit with its households on the register, which targets are divided by; null = unknown. */
export type RegisteredUnit = Unit & { households: number | null };

/** The units right below one, by name; villages without people of their own are among them. */
export async function readUnitsBelow(
	database: Database,
	unitId: number,
	day: string,
): Promise<RegisteredUnit[]> {
	const rows = await queryRows<RegisteredUnit & Record<string, unknown>>(
		database,
		sql`with newest as (
				select distinct on (unit_id) unit_id, households from household_register
				where households is not null order by unit_id, year desc
			)
			select unit.id, unit.code, unit.level, unit.kind, unit.name, unit.parent_id as "parentId",
				unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo",
				coalesce(own.households, (
					select sum(newest.households)::int from admin_unit below
					join newest on newest.unit_id = below.id
					where below.parent_id = unit.id and ${isValidOn('below', day)}
				)) as households
			from admin_unit unit left join newest own on own.unit_id = unit.id
			where unit.parent_id = ${unitId} and ${isValidOn('unit', day)}`,
	);
	return rows.sort((one, other) => compareNames(one.name, other.name) || one.id - other.id);
}
