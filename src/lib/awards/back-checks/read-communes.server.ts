import { sql } from 'drizzle-orm';
import type { UnitKind } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';

interface Commune extends Record<string, unknown> {
	code: string;
	kind: UnitKind;
	name: string;
}

/** The communes of a season's unit on a local day, to choose from. */
export async function readCommunes(
	database: Database,
	unitId: number,
	day: string,
): Promise<Commune[]> {
	const communes = await queryRows<Commune>(
		database,
		sql`select unit.code, unit.kind, unit.name
			from ${unitsBelow(unitId, { on: day, downTo: 'commune' })} below
			join admin_unit unit on unit.id = below.id
			where unit.level = 'commune' order by unit.code`,
	);
	return communes.sort((one, other) => compareNames(one.name, other.name));
}
