import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { boundaryLayer } from '../server/db/schema';
import { buildLayer, type BuiltLayer, type LayerUnit } from './build-layer.server';

/** Told what is being done, in a few words, on long work. */
export type Progress = (message: string) => void;

interface Scope extends Record<string, unknown> {
	id: number;
	level: 'country' | 'province';
	name: string;
	validFrom: string;
	validTo: string | null;
}

/**
 * Draws the map layers again that show one of these units: for the country and each province, one
 * for every set of communes that held over time. A structure without any outline gets an empty row.
 * @param changed ids of units whose validity or outline is new.
 */
export async function rebuildLayers(
	database: Database,
	changed: readonly number[],
	progress: Progress,
): Promise<void> {
	const scopes = await scopesAbove(database, changed);
	const built = new Map<string, BuiltLayer>();
	for (const [index, scope] of scopes.entries()) {
		await database.execute(sql`delete from boundary_layer where scope_unit_id = ${scope.id}`);
		const communes = await communesOf(database, scope.id);
		if (!communes.some((commune) => commune.hash !== null)) continue;
		progress(`map ${index + 1} of ${scopes.length}: ${scope.name}`);
		for (const day of structureDays(scope, communes)) {
			const shown = communes.filter((commune) => commune.hash !== null && holdsOn(commune, day));
			// The country may hold the same communes as its only province: drawn once.
			const key = shown.map(({ id }) => id).join(' ');
			const layer =
				shown.length === 0 ? emptyLayer : (built.get(key) ?? (await buildLayer(database, shown)));
			built.set(key, layer);
			await database
				.insert(boundaryLayer)
				.values({ scopeUnitId: scope.id, structureFrom: day, ...layer });
		}
	}
}

const emptyLayer: BuiltLayer = {
	hash: '',
	brotli: new Uint8Array(),
	gzip: new Uint8Array(),
	byteLength: 0,
};

interface Commune extends LayerUnit, Record<string, unknown> {
	/** Null while it has no outline. */
	hash: string | null;
	validFrom: string;
	validTo: string | null;
}

const holdsOn = (unit: { validFrom: string; validTo: string | null }, day: string) =>
	unit.validFrom <= day && (unit.validTo === null || unit.validTo > day);

/** Every day on which the scope's set of communes changes, while the scope itself exists. */
function structureDays(scope: Scope, communes: readonly Commune[]): string[] {
	const days = communes.flatMap(({ validFrom, validTo }) => [
		validFrom < scope.validFrom ? scope.validFrom : validFrom,
		validTo ?? validFrom,
	]);
	return [...new Set(days)].filter((day) => holdsOn(scope, day)).sort();
}

function scopesAbove(database: Database, units: readonly number[]): Promise<Scope[]> {
	return queryRows<Scope>(
		database,
		sql`with recursive above as (
				select id, parent_id from admin_unit
				where id in (select value::int from jsonb_array_elements_text(${JSON.stringify(units)}::jsonb))
				union
				select unit.id, unit.parent_id from admin_unit unit join above on above.parent_id = unit.id
			)
			select id, level, name, valid_from::text as "validFrom", valid_to::text as "validTo"
			from admin_unit where id in (select id from above) and level in ('country', 'province')
			order by level desc, code`,
	);
}

function communesOf(database: Database, scopeId: number): Promise<Commune[]> {
	return queryRows<Commune>(
		database,
		sql`with recursive below as (
				select id from admin_unit where id = ${scopeId}
				union all
				select unit.id from admin_unit unit join below on unit.parent_id = below.id
				where unit.level <> 'village'
			)
			select unit.id, unit.code, unit.valid_from::text as "validFrom",
				unit.valid_to::text as "validTo", boundary.hash
			from below join admin_unit unit on unit.id = below.id
			left join boundary on boundary.unit_id = unit.id
			where unit.level = 'commune' order by unit.id`,
	);
}
