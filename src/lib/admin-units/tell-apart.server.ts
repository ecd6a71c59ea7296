import { sql } from 'drizzle-orm';
import type { PlaceName } from '../contracts/admin-units';
import { queryRows, type Database } from '../server/db/client';
import { idList } from '../server/db/among';
import { withRepeatedName } from './names';

/**
 * The units of one list, each whose name repeats in it with what it lies in. The only place that
 * decides so: whatever lists units of several places goes through here, and `format.unitName` shows it.
 */
export async function tellApart<Listed extends PlaceName & { id: number }>(
	database: Database,
	units: readonly Listed[],
): Promise<(Listed & { within?: PlaceName })[]> {
	const repeated = withRepeatedName(units);
	if (repeated.length === 0) return [...units];
	const places = await queryRows<PlaceName & { id: number }>(
		database,
		sql`select unit.id, place.kind, place.name
			from admin_unit unit join admin_unit place on place.id = unit.parent_id
			where unit.id in ${idList(repeated.map(({ id }) => id))}`,
	);
	const within = new Map(places.map(({ id, kind, name }) => [id, { kind, name }]));
	return units.map((unit) => {
		const place = within.get(unit.id);
		return place ? { ...unit, within: place } : unit;
	});
}
