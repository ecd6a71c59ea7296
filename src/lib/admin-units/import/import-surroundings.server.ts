import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { feature } from 'topojson-client';
import type { Unit } from '../../contracts/admin-units';
import type { SurroundingLand } from '../../contracts/map/surroundings';
import { localDay } from '../../contracts/local-time';
import { drawTopology } from '../../map/geometry/projection';
import type { Database } from '../../server/db/client';
import { surroundings } from '../../server/db/schema';
import { boundaryLayer, readLayer } from '../outlines/boundary-layer.server';
import { cutSurroundings } from '../outlines/cut-surroundings.server';
import { homeUnit } from '../home.server';
import type { Progress } from '../outlines/layers.server';
import type { Outline } from '../outlines/outlines.server';
import { readFeatures } from './features.server';
import { changedAnything, type ImportResult } from './import-result';
import { ProblemList, refuseFile } from './problems.server';
import { readAreas } from './read-areas.server';
import { recordImport } from './record-import.server';

export interface SurroundingsOptions {
	/** Code of the unit that the site is about; undefined: decided by what was imported. */
	homeCode: string | undefined;
	/** Since when these are the neighbours, `YYYY-MM-DD`; undefined: for as long as the home unit is. */
	validFrom?: string | undefined;
	/** Which object of a TopoJSON file. */
	object?: string | undefined;
	/** The property with an area's name. */
	name?: string | undefined;
}

/**
 * Takes in what lies around the home unit: those of a file's areas that are near, the home unit left out.
 * They are drawn below its maps and are nothing but ground: no unit, no figure, no entry of a legend. As
 * outlines do, they show on the maps of all months that they hold for, those of past editions too.
 * @throws InvalidError with every problem of the file; nothing is stored then.
 */
export async function importSurroundings(
	database: Database,
	path: string,
	{ homeCode, validFrom, object, name }: SurroundingsOptions,
	progress: Progress = () => {},
): Promise<ImportResult> {
	const home = await readHome(database, homeCode);
	const problems = new ProblemList();
	const areas = readAreas(await readFeatures(path, object, 'provinces'), name, problems);
	problems.throwIfAny();
	progress(`${areas.outlines.length} outlines read`);
	const { land, home: own, named } = await cutSurroundings(areas, home.outlines, home.bounds);
	if (!land) refuseFile('apart', `holds nothing that lies around ${home.unit.name}`);
	return database.transaction(async (transaction) => {
		const row = { scopeUnitId: home.unit.id, validFrom: validFrom ?? home.unit.validFrom };
		const result: ImportResult = {
			...(await store(transaction, row, land)),
			notes: [
				`Around ${home.unit.name}: ${named.join(', ')}.`,
				...own.map((id) => `${areas.names.get(id)} is the home unit itself and was left out.`),
			],
		};
		if (changedAnything(result))
			await recordImport(transaction, 'boundaries.surroundings', path, result);
		return result;
	});
}

interface Home {
	unit: Unit;
	outlines: Outline[];
	bounds: readonly [number, number, number, number];
}

async function readHome(database: Database, homeCode: string | undefined): Promise<Home> {
	const today = localDay(new Date());
	const unit = await homeUnit(database, homeCode, today);
	if (!unit) refuseFile('noHome', 'there is no home unit yet: import the units first', 'HOME_UNIT');
	if (unit.level === 'country')
		refuseFile(
			'country',
			'the site is about the whole country, whose map has all provinces: surroundings are for one of them (HOME_UNIT=24)',
			'HOME_UNIT',
		);
	const found = await boundaryLayer(database, unit.id, today);
	const layer = found && (await readLayer(database, found.hash));
	if (!layer)
		refuseFile(
			'noBoundaries',
			`${unit.name} has no outlines yet: take them in first with "boundaries import FILE"`,
			'HOME_UNIT',
		);
	const outlines = feature(layer, layer.objects.units).features.flatMap(
		({ properties, geometry }): Outline[] =>
			geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
				? [{ id: properties.id, geometry }]
				: [],
	);
	return { unit, outlines, bounds: drawTopology(layer).bounds };
}

async function store(
	database: Database,
	row: { scopeUnitId: number; validFrom: string },
	land: SurroundingLand,
): Promise<Pick<ImportResult, 'added' | 'changed' | 'unchanged'>> {
	const hash = createHash('sha256').update(JSON.stringify(land)).digest('hex');
	const [before] = await database
		.select({ hash: surroundings.hash })
		.from(surroundings)
		.where(
			and(eq(surroundings.scopeUnitId, row.scopeUnitId), eq(surroundings.validFrom, row.validFrom)),
		);
	const areas = land.objects.areas.geometries.length;
	if (before?.hash === hash) return { added: 0, changed: 0, unchanged: areas };
	await database
		.insert(surroundings)
		.values({ ...row, land, hash })
		.onConflictDoUpdate({
			target: [surroundings.scopeUnitId, surroundings.validFrom],
			set: { land, hash },
		});
	return before
		? { added: 0, changed: areas, unchanged: 0 }
		: { added: areas, changed: 0, unchanged: 0 };
}
