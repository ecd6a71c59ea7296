import { and, eq, gt, isNull, notExists, notInArray, sql, type SQL } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { changePosition } from '../../server/change-log';
import { boundaryLayer as layers, publishedFigures } from '../../server/db/schema';
import { buildLayer, type BuiltLayer, type LayerUnit } from './build-layer.server';
import { idList } from '../../server/db/among';
import { endsAfter, spansBelow, unitsAbove } from '../../server/db/unit-tree';

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
		const { days: kept, afterChange } = await keepLayers(
			database,
			scope.id,
			of === 'outlines' ? days : [],
		);
		for (const day of days) {
			const shown = communes.filter((commune) => commune.hash !== null && holdsOn(commune, day));
			if (kept.has(day) && !shown.some(({ id }) => changed.has(id))) continue;
			// The country may hold the same communes as its only province: drawn once.
			const key = shown.map(({ id }) => id).join(' ');
			const layer =
				shown.length === 0 ? emptyLayer : (built.get(key) ?? (await buildLayer(database, shown)));
			built.set(key, layer);
			const place = { scopeUnitId: scope.id, structureFrom: day, afterChange };
			await storeLayer(database, { ...place, ...layer.stored });
			progress(
				`map ${index + 1} of ${scopes.length}: ${scope.name} from ${day}, ${describe(layer)}`,
			);
		}
	}
}

/** What was drawn so far of a scope. */
interface Drawn {
	/** Days for which a layer holds. */
	days: ReadonlySet<string>;
	/** First outlines hold for earlier editions too, which had none; later ones only for what follows. */
	afterChange: number;
}

/** Closes the layers of all other days. */
async function keepLayers(
	database: Database,
	scopeUnitId: number,
	days: readonly string[],
): Promise<Drawn> {
	const ofScope = eq(layers.scopeUnitId, scopeUnitId);
	const { lastNumber } = await changePosition(database);
	const isFirst = (await database.$count(layers, ofScope)) === 0;
	await close(database, scopeUnitId, lastNumber, notInArray(layers.structureFrom, [...days]));
	const rows = await database
		.select({ day: layers.structureFrom })
		.from(layers)
		.where(and(ofScope, isNull(layers.untilChange)));
	return { days: new Set(rows.map(({ day }) => day)), afterChange: isFirst ? 0 : lastNumber };
}

/** A layer since which nothing was published is in no edition: it goes. */
async function close(
	database: Database,
	scopeUnitId: number,
	lastNumber: number,
	which: SQL,
): Promise<void> {
	const open = and(eq(layers.scopeUnitId, scopeUnitId), isNull(layers.untilChange), which);
	const publishedSince = database
		.select({ number: publishedFigures.number })
		.from(publishedFigures)
		.where(gt(publishedFigures.number, layers.afterChange));
	await database.delete(layers).where(and(open, notExists(publishedSince)));
	await database.update(layers).set({ untilChange: lastNumber }).where(open);
}

/** In place of the one that held for that day; one that turns out the same goes on. */
async function storeLayer(
	database: Database,
	row: Omit<typeof layers.$inferInsert, 'untilChange'>,
): Promise<void> {
	const { scopeUnitId, structureFrom, hash } = row;
	const ofDay = eq(layers.structureFrom, structureFrom);
	const { lastNumber } = await changePosition(database);
	await close(database, scopeUnitId, lastNumber, ofDay);
	const reopened = await database
		.update(layers)
		.set({ untilChange: null })
		.where(
			and(
				eq(layers.scopeUnitId, scopeUnitId),
				ofDay,
				eq(layers.hash, hash),
				eq(layers.untilChange, lastNumber),
			),
		)
		.returning({ hash: layers.hash });
	if (reopened.length === 0) await database.insert(layers).values(row);
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
