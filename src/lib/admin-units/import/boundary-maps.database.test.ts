import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import {
	boundaryFiles,
	collection,
	one,
	options,
	size,
	storedCodes,
	two,
	withProperties,
	withUnits,
} from '../../../../tests/database/boundaries';
import { communes } from '../../../../tests/fixtures/import/province';
import type { Database } from '../../server/db/client';
import { adminUnit, boundaryLayer as layers } from '../../server/db/schema';
import { boundaryLayer, layerBytes } from '../outlines/boundary-layer.server';
import { readDrawnStructure } from '../outlines/drawn-structure.server';
import { readRearrangements } from '../lineage/read-rearrangements.server';
import { importBoundaries } from './import-boundaries.server';
import { importUnits } from './import-units.server';

const { write, units, geoJson } = boundaryFiles();

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

describeDatabase('maps of imported boundaries', (handle) => {
	const inTransaction = withUnits(handle, units);

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
