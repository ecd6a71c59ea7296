import type { Feature, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import {
	all,
	boundaryFiles,
	collection,
	one,
	options,
	storedCodes,
	three,
	two,
	withProperties,
	withUnits,
} from '../../../../tests/database/boundaries';
import { problemsOf } from '../../../../tests/fixtures/import/files';
import { changePosition } from '../../server/change-log';
import { boundaryLayer as layers } from '../../server/db/schema';
import { importBoundaries } from './import-boundaries.server';
import { importUnits } from './import-units.server';

const { write, units, geoJson } = boundaryFiles();

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

describeDatabase('boundaries import', (handle) => {
	const inTransaction = withUnits(handle, units);

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
});
