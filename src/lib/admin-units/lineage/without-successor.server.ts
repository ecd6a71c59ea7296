import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { endsAfter } from '../../server/db/unit-tree';

/** A unit whose households no later structure holds, or holds twice. */
export interface UnitWithoutSuccessor extends Pick<
	Unit,
	'id' | 'code' | 'kind' | 'name' | 'validFrom'
> {
	/** It has ended, or it still stands where all around it was replaced. */
	state: 'ended' | 'stands';
	/** First day of the structure that it is missing from, `YYYY-MM-DD`. */
	since: string;
	province: Pick<Unit, 'kind' | 'name'>;
	/** By the newest register; null is unknown. */
	households: number | null;
}

export interface Selection {
	/** Only communes of these provinces and villages of these communes. */
	withinIds?: readonly number[] | undefined;
	/** Only those that are missing from the structure of this day. */
	since?: string | undefined;
}

/**
 * Communes of which nothing says what they became, by code: they have ended, or what they lie in has,
 * or communes of their province lie in no district any more while they do. Villages as well, where
 * they ended in a commune that goes on. Those that are known to have no successor don't count.
 */
export async function unitsWithoutSuccessor(
	database: Database,
	{ withinIds, since }: Selection = {},
): Promise<UnitWithoutSuccessor[]> {
	const units = await readUnits(database, withinIds);
	const settled = await readSettled(database);
	// Plain reads put together here: joined in one statement they take minutes where a table has just grown.
	const flatSince = whenDistrictsEnded(units, settled.flat);
	const missing = units.flatMap((unit) => {
		const day =
			unit.validTo ??
			unit.aboveTo ??
			unit.provinceTo ??
			(unit.inDistrict ? laterThan(unit.validFrom, flatSince.get(unit.provinceId)) : undefined);
		if (day === undefined || settled.ids.has(unit.id) || (since !== undefined && day !== since))
			return [];
		return [{ unit, day }];
	});
	const households = await readHouseholds(
		database,
		missing.map(({ unit }) => unit.id),
	);
	return missing.map(({ unit: { id, code, kind, name, validFrom, validTo, province }, day }) => ({
		...{ id, code, kind, name, validFrom, province },
		state: validTo === null ? 'stands' : 'ended',
		since: day,
		households: households.get(id) ?? null,
	}));
}

const laterThan = (day: string, other: string | undefined) =>
	other !== undefined && other > day ? other : undefined;

interface PlacedUnit
	extends
		Pick<Unit, 'id' | 'code' | 'kind' | 'name' | 'validFrom' | 'validTo'>,
		Record<string, unknown> {
	isVillage: boolean;
	inDistrict: boolean;
	aboveTo: string | null;
	provinceId: number;
	provinceTo: string | null;
	province: Pick<Unit, 'kind' | 'name'>;
}

/** Communes, and villages that ended before their commune. */
function readUnits(
	database: Database,
	withinIds: readonly number[] | undefined,
): Promise<PlacedUnit[]> {
	const within = (column: 'province' | 'commune') =>
		withinIds ? among(sql.raw(`${column}.id`), withinIds) : sql`true`;
	const own = sql`unit.id, unit.code, unit.kind, unit.name,
		unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo"`;
	const ofProvince = sql`province.id as "provinceId",
		jsonb_build_object('kind', province.kind, 'name', province.name) as province`;
	const provinceOf = sql`province.id = case when above.level = 'district' then above.parent_id else above.id end`;
	return queryRows<PlacedUnit>(
		database,
		sql`select ${own}, false as "isVillage", above.level = 'district' as "inDistrict",
				above.valid_to::text as "aboveTo", province.valid_to::text as "provinceTo", ${ofProvince}
			from admin_unit unit join admin_unit above on above.id = unit.parent_id
			join admin_unit province on ${provinceOf}
			where unit.level = 'commune' and ${within('province')}
			union all
			select ${own}, true, false, null, null, ${ofProvince}
			from admin_unit unit join admin_unit commune on commune.id = unit.parent_id
			join admin_unit above on above.id = commune.parent_id
			join admin_unit province on ${provinceOf}
			where unit.level = 'village' and unit.valid_to is not null and ${within('commune')}
				and ${endsAfter('commune', sql`unit.valid_to`)}
			order by 2, 1`,
	);
}

interface Settled {
	/** Units of which it is said what became of them. */
	ids: ReadonlySet<number>;
	/** Those that became one which lies in a province directly → its first day. */
	flat: ReadonlyMap<number, string>;
}

async function readSettled(database: Database): Promise<Settled> {
	const links = await queryRows<{ id: number; flatFrom: string | null }>(
		database,
		sql`select link.old_unit_id as id,
				case when above.level = 'province' then unit.valid_from::text end as "flatFrom"
			from unit_lineage link join admin_unit unit on unit.id = link.new_unit_id
			left join admin_unit above on above.id = unit.parent_id`,
	);
	const endings = await queryRows<{ id: number }>(
		database,
		sql`select unit_id as id from unit_without_successor`,
	);
	return {
		ids: new Set([...links, ...endings].map(({ id }) => id)),
		flat: new Map(links.flatMap(({ id, flatFrom }) => (flatFrom === null ? [] : [[id, flatFrom]]))),
	};
}

/** Per province the first day on which communes of it lie in no district. */
function whenDistrictsEnded(
	units: readonly PlacedUnit[],
	flat: ReadonlyMap<number, string>,
): Map<number, string> {
	const first = new Map<number, string>();
	for (const { id, isVillage, inDistrict, provinceId, validFrom } of units) {
		if (isVillage) continue;
		for (const day of [inDistrict ? undefined : validFrom, flat.get(id)])
			if (day !== undefined && day < (first.get(provinceId) ?? '9999')) first.set(provinceId, day);
	}
	return first;
}

async function readHouseholds(
	database: Database,
	unitIds: readonly number[],
): Promise<Map<number, number>> {
	const rows = await queryRows<{ id: number; households: number }>(
		database,
		sql`select distinct on (unit_id) unit_id as id, households from household_register
			where households is not null and ${among(sql`unit_id`, unitIds)}
			order by unit_id, year desc`,
	);
	return new Map(rows.map(({ id, households }) => [id, households]));
}
