import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	bigint,
	check,
	customType,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	numeric,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
} from 'drizzle-orm/pg-core';
import type { MultiPolygon, Polygon } from 'geojson';
import type { UnitKind, UnitLevel } from '../../../contracts/admin-units';
import type { SurroundingLand } from '../../../contracts/map/surroundings';
import type { Terrain } from '../../../contracts/terrain';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * One administrative unit during one span of validity. Official codes are reused over time,
 * so a unit has an id of its own and (code, validFrom) is unique. Nothing is overwritten:
 * a changed unit is closed (`validTo`, exclusive) and a new row follows.
 */
export const adminUnit = pgTable(
	'admin_unit',
	{
		id: integer().primaryKey().generatedAlwaysAsIdentity(),
		code: text().notNull(),
		level: text().$type<UnitLevel>().notNull(),
		kind: text().$type<UnitKind>().notNull(),
		name: text().notNull(),
		/** `searchKey(name)`: lower case, no accents; written by every importer. */
		searchName: text('search_name').notNull(),
		parentId: integer('parent_id').references((): AnyPgColumn => adminUnit.id),
		validFrom: date('valid_from').notNull(),
		validTo: date('valid_to'),
	},
	(table) => [
		unique('admin_unit_code_valid_from').on(table.code, table.validFrom),
		index('admin_unit_parent').on(table.parentId),
		index('admin_unit_level').on(table.level, table.validFrom),
		index('admin_unit_search_name').on(table.searchName),
		check(
			'admin_unit_valid_span',
			sql`${table.validTo} is null or ${table.validTo} > ${table.validFrom}`,
		),
	],
);

/** What became of a unit: `share` (0–1) is the declared part of a partial transfer, null if undeclared. */
export const unitLineage = pgTable(
	'unit_lineage',
	{
		oldUnitId: integer('old_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		newUnitId: integer('new_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		extent: text().$type<'full' | 'partial'>().notNull(),
		share: numeric({ mode: 'number' }),
		source: text().notNull().default(''),
	},
	(table) => [
		primaryKey({ columns: [table.oldUnitId, table.newUnitId] }),
		index('unit_lineage_new').on(table.newUnitId),
		check('unit_lineage_share', sql`${table.share} > 0 and ${table.share} <= 1`),
	],
);

/** Which units are mountainous or islands, and by which decision; those not named are neither. */
export const unitTerrain = pgTable('unit_terrain', {
	unitId: integer('unit_id')
		.primaryKey()
		.references(() => adminUnit.id),
	terrain: text().$type<Terrain>().notNull(),
	source: text().notNull(),
});

/** Units that ended without becoming anything, and where that is said; said of each one, never assumed. */
export const unitWithoutSuccessor = pgTable('unit_without_successor', {
	unitId: integer('unit_id')
		.primaryKey()
		.references(() => adminUnit.id),
	source: text().notNull(),
});

/** The cleaned, unsimplified outline of a unit, WGS 84 longitude/latitude. */
export const boundary = pgTable('boundary', {
	unitId: integer('unit_id')
		.primaryKey()
		.references(() => adminUnit.id),
	geometry: jsonb().$type<Polygon | MultiPolygon>().notNull(),
	/** SHA-256 of the geometry, hex: tells whether an import changes anything. */
	hash: text().notNull(),
	/** Square kilometres; null for what was imported before areas were kept, until somebody needs it. */
	area: doublePrecision(),
	importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
});

/**
 * A simplified TopoJSON of the communes of one scope unit in one structure, ready to serve.
 * `structureFrom` is the first day from which that set of communes holds. One that was drawn anew
 * stays for the editions of open data that were made of it.
 */
export const boundaryLayer = pgTable(
	'boundary_layer',
	{
		scopeUnitId: integer('scope_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		structureFrom: date('structure_from').notNull(),
		/** The newest change when it was drawn: later editions hold it. */
		afterChange: bigint('after_change', { mode: 'number' }).notNull().default(0),
		/** The newest change when another took its place; null for what holds. */
		untilChange: bigint('until_change', { mode: 'number' }),
		/** SHA-256 of the TopoJSON, hex: part of the public address. */
		hash: text().notNull(),
		brotli: bytea().notNull(),
		gzip: bytea().notNull(),
		byteLength: bigint('byte_length', { mode: 'number' }).notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.scopeUnitId, table.structureFrom, table.afterChange] }),
		index('boundary_layer_hash').on(table.hash),
	],
);

/** What lies around a unit from a day on, as coarse as the ground of a map may be. */
export const surroundings = pgTable(
	'surroundings',
	{
		scopeUnitId: integer('scope_unit_id')
			.notNull()
			.references(() => adminUnit.id),
		validFrom: date('valid_from').notNull(),
		land: jsonb().$type<SurroundingLand>().notNull(),
		/** SHA-256 of the land, hex. */
		hash: text().notNull(),
	},
	(table) => [primaryKey({ columns: [table.scopeUnitId, table.validFrom] })],
);

/**
 * Where the circles lie that stand for the communes of a layer, as large as their households: laid out
 * once, so that every month shows them in the same places. A new register forgets them.
 */
export const cartogram = pgTable('cartogram', {
	layerHash: text('layer_hash').primaryKey(),
	/** Each `[unit id, x, y, radius]` in units of the layer's drawing. */
	circles: jsonb().$type<[id: number, x: number, y: number, radius: number][]>().notNull(),
});

/** Households on the register by year and source; null is "unknown", never 0. */
export const householdRegister = pgTable(
	'household_register',
	{
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		year: integer().notNull(),
		source: text().notNull(),
		households: integer(),
		population: integer(),
	},
	(table) => [primaryKey({ columns: [table.unitId, table.year] })],
);

/**
 * What the register said from a change number on, so that what was published under an older one is
 * read as it was then. Nothing is changed or removed here once its number has been given out.
 */
export const householdRegisterEntry = pgTable(
	'household_register_entry',
	{
		unitId: integer('unit_id')
			.notNull()
			.references(() => adminUnit.id),
		year: integer().notNull(),
		number: bigint({ mode: 'number' }).notNull(),
		households: integer(),
	},
	(table) => [primaryKey({ columns: [table.unitId, table.year, table.number] })],
);
