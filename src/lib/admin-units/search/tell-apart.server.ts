import { sql } from 'drizzle-orm';
import type { PlaceName } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { idList } from '../../server/db/among';
import { unitsBelow } from '../../server/db/unit-tree';
import { withRepeatedName } from '../names';

type Named = PlaceName & { id: number };

/**
 * The units of one list, each whose name repeats in it with what it lies in. The only place that
 * decides so: whatever lists units of several places goes through here, and `format.unitName` shows it.
 * @param among other units that the list's may be taken for.
 */
export async function tellApart<Listed extends Named>(
	database: Database,
	units: readonly Listed[],
	among: readonly Named[] = [],
): Promise<(Listed & { within?: PlaceName })[]> {
	const candidates = new Map([...among, ...units].map((unit) => [unit.id, unit]));
	const repeated = new Set(withRepeatedName([...candidates.values()]).map(({ id }) => id));
	const asked = units.filter(({ id }) => repeated.has(id));
	if (asked.length === 0) return [...units];
	const places = await queryRows<Named>(
		database,
		sql`select unit.id, place.kind, place.name
			from admin_unit unit join admin_unit place on place.id = unit.parent_id
			where unit.id in ${idList(asked.map(({ id }) => id))}`,
	);
	const within = new Map(places.map(({ id, kind, name }) => [id, { kind, name }]));
	return units.map((unit) => {
		const place = within.get(unit.id);
		return place ? { ...unit, within: place } : unit;
	});
}

/** The few communes that a list names of all below a unit on a day: each whose name another of these bears too. */
export async function tellApartBelow<Listed extends Named>(
	database: Database,
	communes: readonly Listed[],
	{ scopeUnitId, day }: { scopeUnitId: number; day: string },
): Promise<(Listed & { within?: PlaceName })[]> {
	const all = await queryRows<Named & Record<string, unknown>>(
		database,
		sql`select unit.id, unit.kind, unit.name
			from ${unitsBelow(scopeUnitId, { on: day, downTo: 'commune' })} tree
			join admin_unit unit on unit.id = tree.id where unit.level = 'commune'`,
	);
	return tellApart(database, communes, all);
}
