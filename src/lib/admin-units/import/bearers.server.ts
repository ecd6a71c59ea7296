import { sql } from 'drizzle-orm';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';

/** A unit that bears its code on a day, with the codes of what it lies in. */
export interface Bearer {
	id: number;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	name: string;
	/** `searchKey` of the name. */
	searchName: string;
	parentCode: string | null;
	grandparentCode: string | null;
}

/** All units of a day, `YYYY-MM-DD`, by code. */
export async function bearersOn(database: Database, day: string): Promise<Map<string, Bearer>> {
	const rows = await queryRows<Bearer & Record<string, unknown>>(
		database,
		sql`select unit.id, unit.code, unit.level, unit.kind, unit.name,
			unit.search_name as "searchName",
			parent.code as "parentCode", grandparent.code as "grandparentCode"
		from admin_unit unit
		left join admin_unit parent on parent.id = unit.parent_id
		left join admin_unit grandparent on grandparent.id = parent.parent_id
		where ${isValidOn('unit', day)}`,
	);
	return new Map(rows.map((row) => [row.code, row]));
}
