import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { asc, eq } from 'drizzle-orm';
import type { Feature, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import {
	boundaries,
	communes,
	outline,
	unitList,
} from '../../../../tests/fixtures/import/province';
import { changePosition } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { adminUnit, boundary, boundaryLayer as layers } from '../../server/db/schema';
import { boundaryLayer, layerBytes } from '../boundary-layer.server';
import { readDrawnStructure } from '../drawn-structure.server';
import { readRearrangements } from '../read-rearrangements.server';
import { importBoundaries } from './import-boundaries.server';
import { importUnits } from './import-units.server';

const write = temporaryFiles();
const size = 4;
const units = write('units.csv', unitList(size));
const all = boundaries(size);
const geoJson = write('all.geojson', JSON.stringify(all));
const options = { validOn: '2024-01-01' };

const collection = (...features: unknown[]) =>
	JSON.stringify({ type: 'FeatureCollection', features });
const [one, two, three] = communes(size).map((commune) => outline(commune));
if (!one || !two || !three) throw new Error('The fixture is too small.');

const withProperties = (feature: Feature<Polygon>, properties: Record<string, unknown>) => ({
	...feature,
	properties,
});
const withRing = (
	feature: Feature<Polygon>,
	change: (ring: number[][]) => unknown[],
): Feature<Polygon> => ({
	...feature,
	geometry: {
		type: 'Polygon',
		coordinates: feature.geometry.coordinates.map(change) as number[][][],
	},
});

const storedCodes = async (database: Database) =>
	(
		await database
			.select({ code: adminUnit.code })
			.from(boundary)
			.innerJoin(adminUnit, eq(adminUnit.id, boundary.unitId))
			.orderBy(asc(adminUnit.code))
	).map(({ code }) => code);

async function unitId(database: Database, code: string): Promise<number> {
	const [row] = await database.select().from(adminUnit).where(eq(adminUnit.code, code));
	if (!row) throw new Error(`There is no unit ${code}.`);
	return row.id;
}

async function readLayer(database: Database, code: string, day: string) {
	const layer = await boundaryLayer(database, await unitId(database, code), day);
	if (!layer) return null;
	const bytes = await layerBytes(database, layer.hash, 'identity');
	const topology = JSON.parse(Buffer.from(bytes ?? []).toString()) as {
		objects: { units: { geometries: { properties: { id: number } }[] } };
	};
	expect(bytes).toHaveLength(layer.byteLength);
	return topology.objects.units.geometries.map(({ properties }) => properties.id);
}

describeDatabase('boundaries import', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), async (database) => {
			await importUnits(database, units, { validFrom: '2023-04-10' });
			await body(database);
		});

	it(
		'stores the outlines and draws the maps of the province and the country',
		inTransaction(async (database) => {
			const messages: string[] = [];
			const result = await importBoundaries(database, geoJson, options, (text) => {
				messages.push(text);
			});
			expect(result).toMatchObject({ added: 16, changed: 0, unchanged: 0 });
			expect(await storedCodes(database)).toEqual(communes(size).map(({ code }) => code));
			const ids = await readLayer(database, '90', '2024-01-01');
			expect(ids).toHaveLength(16);
			expect(ids).toContain(await unitId(database, '90001'));
			expect(await readLayer(database, 'VN', '2024-01-01')).toEqual(ids);
			expect(await readLayer(database, '90', '2023-04-09')).toBeNull();
			expect(messages.join()).toContain('map 2 of 2: Việt Nam');
		}),
	);

	it(
		'changes nothing the second time, and takes a better outline',
		inTransaction(async (database) => {
			await importBoundaries(database, geoJson, options);
			const position = await changePosition(database);
			const before = await database.select().from(layers);
			expect(await importBoundaries(database, geoJson, options)).toMatchObject({
				added: 0,
				changed: 0,
				unchanged: 16,
			});
			expect(await changePosition(database)).toEqual(position);
			expect(await database.select().from(layers)).toEqual(before);
			const moved = withRing(one, (ring) =>
				ring.map(([x = 0, y = 0]) => [Number((x - 0.0001).toFixed(6)), y]),
			);
			const path = write('better.geojson', collection(moved));
			expect(await importBoundaries(database, path, options)).toMatchObject({
				added: 0,
				changed: 1,
			});
			expect(await database.select().from(layers)).not.toEqual(before);
		}),
	);

	it(
		'reads a TopoJSON file, an object of it, and properties under other names',
		inTransaction(async (database) => {
			const arcs = all.features.map(({ geometry }) => geometry.coordinates[0]);
			const geometries = all.features.map(({ properties }, index) => ({
				type: 'Polygon',
				arcs: [[index]],
				properties: { ma: properties?.code as unknown },
			}));
			const objects = {
				xa: { type: 'GeometryCollection', geometries },
				tinh: { type: 'GeometryCollection', geometries: [] },
			};
			const path = write('all.topo.json', JSON.stringify({ type: 'Topology', arcs, objects }));
			const map = { code: 'ma' };
			expect(await problemsOf(importBoundaries(database, path, { ...options, map }))).toEqual([
				'file object',
			]);
			const result = await importBoundaries(database, path, { ...options, map, object: 'xa' });
			expect(result.added).toBe(16);
		}),
	);

	it(
		'finds a unit by its name where that is unique, whatever the accents and the tone placement',
		inTransaction(async (database) => {
			const more = write(
				'more.csv',
				'code,name,type,district_code\n90101,Hoà Thuỷ,Xã,901\n90102,Lặp Lại,Xã,901\n90103,Lặp lại,Phường,901\n90104,Lặp lại,Xã,901\n',
			);
			await importUnits(database, more, { validFrom: '2023-04-10' });
			const path = write(
				'names.geojson',
				collection(
					withProperties(one, { name: 'xã Hòa Thủy' }),
					withProperties(two, { name: 'lap lai', type: 'Phường' }),
				),
			);
			await importBoundaries(database, path, options);
			expect(await storedCodes(database)).toEqual(['90101', '90103']);
			const ambiguous = write(
				'ambiguous.geojson',
				collection(
					withProperties(one, { name: 'Lặp Lại' }),
					withProperties(two, { name: 'Không Có' }),
					withProperties(three, { name: 'Hoa Thuy', provinceCode: '91' }),
				),
			);
			expect(await problemsOf(importBoundaries(database, ambiguous, options))).toEqual([
				'feature 1 ambiguousName',
				'feature 2 unknownName',
				'feature 3 unknownName',
			]);
		}),
	);

	it(
		'lists every problem with the number of its feature and stores nothing',
		inTransaction(async (database) => {
			const crossed = withRing(one, (ring) => [...ring.slice(0, 60), ring[20], ...ring.slice(60)]);
			const path = write(
				'bad.geojson',
				collection(
					one,
					withProperties(two, { code: '99999', name: 'Xa lạ' }),
					withProperties(two, { code: '90001' }),
					withProperties(two, { code: true }),
					withProperties(two, { code: '90003', name: 'Tên khác' }),
					withProperties(crossed, { code: '90004' }),
					withProperties(
						withRing(two, (ring) => ring.slice(0, -1)),
						{ code: '90005' },
					),
					withProperties(
						withRing(two, (ring) => ring.map(([x = 0, y = 0]) => [x * 5000, y * 1e5])),
						{ code: '90006' },
					),
					withProperties(
						withRing(two, (ring) => ring.map(([x, y]) => [y, x])),
						{ code: '90007' },
					),
					{ type: 'Feature', properties: { code: '90008' }, geometry: null },
					withProperties(three, {}),
				),
			);
			expect(await problemsOf(importBoundaries(database, path, options))).toEqual([
				'feature 2 unknownCode',
				'feature 3 duplicateCode',
				'feature 4 notText',
				'feature 5 otherName',
				'feature 6 selfCrossing',
				'feature 7 openRing',
				'feature 8 referenceSystem',
				'feature 9 axisOrder',
				'feature 10 geometryType',
				'feature 11 unnamed',
			]);
			expect(await storedCodes(database)).toEqual([]);
			expect(await database.select().from(layers)).toEqual([]);
		}),
	);

	it.each([
		['broken.geojson', '{"type": "FeatureCollection"\n "features": []}', 'line 2 json'],
		['other.json', '{"type": "Topology"}', 'file format'],
		['none.geojson', collection(), 'file empty'],
		['feature.geojson', collection(one, 7), 'feature 2 format'],
		[
			'crs.geojson',
			JSON.stringify({ ...all, crs: { type: 'name', properties: { name: 'EPSG:3405' } } }),
			'file referenceSystem',
		],
		['latin.geojson', Buffer.from('{"type":\n"X\xE3"}', 'latin1'), 'line 2 encoding'],
		['wide.geojson', Buffer.from('\uFEFF{}', 'utf16le'), 'file encoding'],
	])('refuses %s', async (name, content, problem) => {
		const path = write(name, content);
		expect(await problemsOf(importBoundaries(handle().database, path, options))).toEqual([problem]);
	});

	it(
		'keeps a map for each structure, and none where the new units have no outline yet',
		inTransaction(async (database) => {
			await importBoundaries(database, geoJson, options);
			const successor = write(
				'successor.csv',
				'code,name,type,province_code,province_name\n90001,Gộp,Xã,90,Tỉnh Thử\n',
			);
			await importUnits(database, successor, { validFrom: '2025-07-01' });
			expect(await readLayer(database, '90', '2025-06-30')).toHaveLength(16);
			expect(await readLayer(database, '90', '2025-07-01')).toHaveLength(15);
			const whole = write(
				'successor.geojson',
				collection(withProperties(one, { code: '90001', name: 'Gộp' })),
			);
			const result = await importBoundaries(database, whole, { validOn: '2025-07-01' });
			expect(result).toMatchObject({ added: 1, changed: 0 });
			expect(await readLayer(database, '90', '2025-07-01')).toHaveLength(16);
		}),
	);

	it(
		'draws what a layer holds, and nothing where it is empty',
		inTransaction(async (database) => {
			await importBoundaries(database, geoJson, options);
			const scopeUnitId = await unitId(database, '90');
			const none = { hash: '', brotli: new Uint8Array(), gzip: new Uint8Array(), byteLength: 0 };
			await database.insert(layers).values({ scopeUnitId, structureFrom: '2025-07-01', ...none });
			const scope = { id: scopeUnitId, level: 'province' } as const;
			const before = await readDrawnStructure(database, scope, '2025-06-30');
			expect(before?.drawing.shapes).toHaveLength(16);
			expect(await readDrawnStructure(database, scope, '2025-07-01')).toBeNull();
			const until = (day: string) => readRearrangements(database, scopeUnitId, day);
			expect(await until('2025-06-30')).toEqual([]);
			expect(await until('2025-07-01')).toEqual(['2025-07-01']);
		}),
	);

	it(
		'says which archipelago the map of its province still lacks, until it is there',
		inTransaction(async (database) => {
			const list = write(
				'da-nang.csv',
				'code,name,type,province_code,province_name\n20333,Hoàng Sa,Đặc khu,48,Thành phố Đà Nẵng\n20194,Hải Châu,Phường,48,Thành phố Đà Nẵng\n',
			);
			await importUnits(database, list, { validFrom: '2023-04-10' });
			const ward = write('ward.geojson', collection(withProperties(one, { code: '20194' })));
			const { notes } = await importBoundaries(database, ward, options);
			expect(notes.join()).toContain('lacks Hoàng Sa (20333)');
			const island = write('island.geojson', collection(withProperties(two, { code: '20333' })));
			expect((await importBoundaries(database, island, options)).notes).toEqual([]);
			expect(await readLayer(database, '48', '2024-01-01')).toHaveLength(2);
		}),
	);

	it(
		'hands a layer out compressed in three ways',
		inTransaction(async (database) => {
			await importBoundaries(database, geoJson, options);
			const layer = await boundaryLayer(database, await unitId(database, '90'), '2024-01-01');
			const hash = layer?.hash ?? '';
			const plain = await layerBytes(database, hash, 'identity');
			const brotli = await layerBytes(database, hash, 'br');
			const gzip = await layerBytes(database, hash, 'gzip');
			expect(brotliDecompressSync(brotli ?? new Uint8Array())).toEqual(plain);
			expect(gunzipSync(gzip ?? new Uint8Array())).toEqual(plain);
			expect(await layerBytes(database, 'f'.repeat(64), 'br')).toBeNull();
		}),
	);
});
