import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { FormerDistricts } from '../../contracts/former-districts';
import { compareNames } from '../../contracts/text/name-order';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import { unitsByIds } from '../home.server';

interface Origin extends Record<string, unknown> {
	communeId: number;
	/** It, or one that it came from. */
	id: number;
	/** Null where nothing is known of any. */
	districtId: number | null;
}

/**
 * Which districts the communes of a day lay in or, since those ended, came from: as far back as the first
 * commune that lay in one. One that came from several, or in part from nobody knows where, is of none.
 */
export async function readFormerDistricts(
	database: Database,
	scope: Pick<Unit, 'id' | 'level'>,
	day: string,
): Promise<FormerDistricts> {
	if (scope.level !== 'province') return { districts: [], districtOf: [], several: [] };
	const origins = await readOrigins(database, scope.id, day);
	const of = new Map<number, Set<number | null>>();
	for (const { communeId, districtId } of origins)
		of.set(communeId, (of.get(communeId) ?? new Set()).add(districtId));
	const districtOf = new Map<number, number>();
	const several: [number, number[]][] = [];
	for (const { id, districtId } of origins) if (districtId !== null) districtOf.set(id, districtId);
	for (const [communeId, found] of of) {
		const known = [...found].filter((id) => id !== null);
		const [first] = known;
		if (known.length > 1) several.push([communeId, known]);
		else if (first !== undefined && found.size === 1) districtOf.set(communeId, first);
	}
	const districts = await unitsByIds(database, [...new Set(districtOf.values())]);
	return {
		districts: districts.toSorted((one, other) => compareNames(one.name, other.name)),
		districtOf: [...districtOf],
		several,
	};
}

/** All that the communes came from, each line of them until one that lay in a district or began it. */
const readOrigins = (database: Database, scopeId: number, day: string): Promise<Origin[]> =>
	queryRows<Origin>(
		database,
		sql`with recursive origin as (
			select unit.id as commune_id, unit.id, place.id as district_id
			from ${unitsBelow(scopeId, { on: day, downTo: 'commune' })} tree
				join admin_unit unit on unit.id = tree.id
				left join admin_unit place on place.id = unit.parent_id and place.level = 'district'
			where unit.level = 'commune'
			union
			select origin.commune_id, old.id, place.id
			from origin
				join unit_lineage link on link.new_unit_id = origin.id
				join admin_unit old on old.id = link.old_unit_id
				left join admin_unit place on place.id = old.parent_id and place.level = 'district'
			where origin.district_id is null
		)
		select commune_id as "communeId", id, district_id as "districtId" from origin
		where district_id is not null
			or not exists (select from unit_lineage link where link.new_unit_id = origin.id)`,
	);
