import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { importBoundaries } from '../../src/lib/admin-units/import/import-boundaries.server';
import { importUnits } from '../../src/lib/admin-units/import/import-units.server';
import { queryRows, type Database } from '../../src/lib/server/db/client';
import { InvalidError } from '../../src/lib/server/errors';
import { describeDatabase, rolledBack } from '../database';
import { temporaryFiles } from '../fixtures/import/files';

/** Maps on which the product once failed, given by path; they aren't part of the project. */
const folder = join(resolve(process.env['REAL_DATA_DIR'] ?? '.'), 'trials', 'boundaries');
const write = temporaryFiles();
const validFrom = '2023-04-10';
const options = { validOn: '2024-01-01' };
const five = write(
	'five.csv',
	'code,name,province_code,province_name\n14755,Xã Mẫu,24,Tỉnh Bắc Giang\n',
);

/** Codes that have an outline since, or what was said. */
async function outcome(database: Database, file: string, map?: Record<string, string>) {
	try {
		await importBoundaries(database, join(folder, `${file}.geojson`), { ...options, map });
	} catch (error) {
		if (!(error instanceof InvalidError)) throw error;
		return error.problems.map(({ field, message }) => `${field}: ${message}`).join('\n');
	}
	const rows = await queryRows<{ code: string }>(
		database,
		sql`select code from boundary join admin_unit unit on unit.id = unit_id order by code`,
	);
	return rows.map(({ code }) => code).join(' ');
}

const all = '07901 07902 07903';

describeDatabase('outlines as programs write them', (handle) => {
	const withUnits = (body: (database: Database) => Promise<void>, units?: string) =>
		rolledBack(handle(), async (database) => {
			await importUnits(database, units ?? join(folder, 'units3.csv'), { validFrom });
			await body(database);
		});

	it.each([
		['ok', all],
		['bom', all],
		['clockwise', all],
		['code_spaces', all],
		['collection', all],
		['crs_4326_plain', all],
		['dup_points', all],
		['hole', all],
		['ids_only', all],
		['ids_only_null_props', all],
		['ndjson', all],
		['nested_parts', all],
		['numeric_code', all],
		['self_touch', all],
		['single_feature', '07901'],
		['spike', all],
		['z3d', all],
		['zip_renamed', all],
		['zm4d', all],
	])('%s is read', (file, codes) =>
		withUnits(async (database) => expect(await outcome(database, file)).toBe(codes)),
	);

	it.each([
		['antimeridian', 'feature 1: ring 1 has a point outside Viet Nam: longitude 179.9'],
		['bowtie', 'feature 1: ring 1 crosses itself near'],
		[
			'collection_point',
			'feature 1: is GeometryCollection of Polygon and Point; only Polygon and MultiPolygon',
		],
		['crs_3405_deg', 'EPSG::3405'],
		['crs_9210', 'EPSG::9210'],
		['duplicate', 'is 07901 like feature 1; a unit of several parts is one feature'],
		['empty_multi', 'feature 1: has an empty outline'],
		[
			'extra_country_feature',
			'feature 1: there is no commune Việt Nam on 2024-01-01; give its code',
		],
		['gadm_shape', 'feature 1: has neither a code nor a name. Its properties are GID_3, NAME_1'],
		['hdx_shape', 'Its properties are ADM3_PCODE, ADM3_VI, ADM1_PCODE: if one of them is meant'],
		['hole_outside', 'feature 1: has a hole that lies outside of its outline'],
		['identical_geom', 'feature 2: lies wholly under other outlines'],
		['int_code5', 'feature 1: there is no unit 14755 on 2024-01-01; import the units first'],
		['latlon', 'feature 1: ring 1 gives latitude first'],
		['line', 'feature 1: is LineString; only Polygon and MultiPolygon'],
		['metres_nocrs', 'feature 1: ring 1 is in metres'],
		['nan', 'line 1: holds NaN where JSON wants a number, at column 162'],
		['null_geom', 'feature 1: is no geometry'],
		['open_ring', 'feature 1: ring 1 is open'],
		['props_nested', 'Its properties are tags: if one of them is meant'],
		['sapnhap_shape', 'Its properties are a01_tinh, a02_xa, a03_ten, a04_tentinh'],
		['three_points', 'feature 1: ring 1'],
		['truncated', 'file: ends in the middle: it was not copied whole'],
		['two_parts_two_features', 'a unit of several parts is one feature, a MultiPolygon'],
		['zero_area', 'feature 1: encloses no area'],
	])('%s is refused by what it is', (file, message) =>
		withUnits(async (database) => expect(await outcome(database, file)).toContain(message)),
	);

	it('names that programs call otherwise are found when they are said', () =>
		withUnits(async (database) => {
			expect(await outcome(database, 'hdx_shape', { name: 'ADM3_VI' })).toBe('07901');
			expect(await outcome(database, 'sapnhap_shape', { name: 'a03_ten' })).toBe('07901');
			const gadm = await outcome(database, 'gadm_shape', { name: 'NAME_3', kind: 'TYPE_3' });
			expect(gadm).toContain('there is no commune MẫuMột');
		}));

	it('int_code5 is read where there is such a unit', () =>
		withUnits(
			async (database) => expect(await outcome(database, 'int_code5')).toBe('14755'),
			five,
		));

	it('a later outline takes the ground of an earlier one, whose unit is named', () =>
		withUnits(async (database) => {
			await outcome(database, 'ok');
			expect(await outcome(database, 'second_import_same_place')).toBe(all);
		}));
});
