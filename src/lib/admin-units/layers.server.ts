import { and, eq, notInArray, sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { boundaryLayer } from '../server/db/schema';
import { buildLayer, type BuiltLayer, type LayerUnit } from './build-layer.server';
import { idList } from '../server/db/among';
import { endsAfter, spansBelow, unitsAbove } from '../server/db/unit-tree';

/** Told what is being done, in a few words, on long work. */
export type Progress = (message: string) => void;

interface Scope extends Record<string, unknown> {
	id: number;
	level: 'country' | 'province';
	name: string;
	validFrom: string;
	validTo: string | null;
}

/** What is new: who exists when, or only what some of them look like. */
export interface LayerChange {
	of: 'units' | 'outlines';
	unitIds: readonly number[];
}

/**
 * Draws the map layers again that show one of these units: for the country and each province, one
 * for every set of communes that held over time. A structure without any outline gets an empty row.
 */
export async function rebuildLayers(
	database: Database,
	{ of, unitIds }: LayerChange,
	progress: Progress,
): Promise<void> {
	const changed = new Set(unitIds);
	const scopes = await scopesAbove(database, unitIds);
	const built = new Map<string, BuiltLayer>();
	for (const [index, scope] of scopes.entries()) {
		const communes = await communesOf(database, scope.id);
		const days = communes.some(({ hash }) => hash !== null) ? structureDays(scope, communes) : [];
		const kept = await keepLayers(database, scope.id, of === 'outlines' ? days : []);
		for (const day of days) {
			const shown = communes.filter((commune) => commune.hash !== null && holdsOn(commune, day));
			if (kept.has(day) && !shown.some(({ id }) => changed.has(id))) continue;
			// The country may hold the same communes as its only province: drawn once.
			const key = shown.map(({ id }) => id).join(' ');
			const layer =
				shown.length === 0 ? emptyLayer : (built.get(key) ?? (await buildLayer(database, shown)));
			built.set(key, layer);
			await storeLayer(database, { scopeUnitId: scope.id, structureFrom: day, ...layer.stored });
			progress(
				`map ${index + 1} of ${scopes.length}: ${scope.name} from ${day}, ${describe(layer)}`,
			);
		}
	}
}

/** Forgets the layers of all other days. @returns the days for which there is a layer. */
async function keepLayers(
	database: Database,
	scopeUnitId: number,
	days: readonly string[],
): Promise<Set<string>> {
	const ofScope = eq(boundaryLayer.scopeUnitId, scopeUnitId);
	await database
		.delete(boundaryLayer)
		.where(and(ofScope, notInArray(boundaryLayer.structureFrom, [...days])));
	const rows = await database
		.select({ day: boundaryLayer.structureFrom })
		.from(boundaryLayer)
		.where(ofScope);
	return new Set(rows.map(({ day }) => day));
}

async function storeLayer(
	database: Database,
	row: typeof boundaryLayer.$inferInsert,
): Promise<void> {
	const { hash, brotli, gzip, byteLength } = row;
	await database
		.insert(boundaryLayer)
		.values(row)
		.onConflictDoUpdate({
			target: [boundaryLayer.scopeUnitId, boundaryLayer.structureFrom],
			set: { hash, brotli, gzip, byteLength },
		});
}

const emptyLayer: BuiltLayer = {
	stored: { hash: '', brotli: new Uint8Array(), gzip: new Uint8Array(), byteLength: 0 },
	drawn: 0,
	covered: 0,
};

function describe({ stored, drawn, covered }: BuiltLayer): string {
	const size = `${drawn} communes in ${(stored.brotli.length / 1000).toFixed(1)} kB`;
	// Mostly former communes that nobody closed yet.
	return covered === 0 ? size : `${size}; ${covered} lie under newer ones and are not shown`;
}

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
	const days = communes.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom]);
	return [...new Set(days)].filter((day) => holdsOn(scope, day)).sort();
}

function scopesAbove(database: Database, units: readonly number[]): Promise<Scope[]> {
	const communes = sql`(select id from admin_unit where id in ${idList(units)} and level <> 'village')`;
	return queryRows<Scope>(
		database,
		sql`select id, level, name, valid_from::text as "validFrom", valid_to::text as "validTo"
			from admin_unit where id in (select id from ${unitsAbove(communes)} above) and level in ('country', 'province')
			order by level desc, code`,
	);
}

/** Newest first. A commune counts as long as everything it lies in does. */
function communesOf(database: Database, scopeId: number): Promise<Commune[]> {
	return queryRows<Commune>(
		database,
		sql`select below.id, unit.code, boundary.hash,
				below.valid_from::text as "validFrom", below.valid_to::text as "validTo"
			from ${spansBelow(scopeId)} below join admin_unit unit on unit.id = below.id
			left join boundary on boundary.unit_id = below.id
			where below.level = 'commune' and ${endsAfter('below', sql`below.valid_from`)}
			order by below.valid_from desc, below.id`,
	);
}
