import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { cutSurroundings } from '../../src/lib/admin-units/outlines/cut-surroundings.server';
import { readFeatures } from '../../src/lib/admin-units/import/features.server';
import { ProblemList } from '../../src/lib/admin-units/import/problems.server';
import { readAreas } from '../../src/lib/admin-units/import/read-areas.server';
import { drawSurroundings } from '../../src/lib/map/surroundings/draw';

/** Official boundaries, given by path; they aren't part of the project. */
const folder = join(resolve(process.env['REAL_DATA_DIR'] ?? '.'), 'boundaries/post2025');

async function read(file: string, usual: 'communes' | 'provinces', name?: string) {
	const problems = new ProblemList();
	const features = await readFeatures(join(folder, file), undefined, usual);
	const areas = readAreas(features, name, problems);
	problems.throwIfAny();
	return areas;
}

it.each([
	{
		file: '38_thanh_hoa_166_50m.geojson',
		bounds: [104.37, 19.3, 106.09, 20.67] as const,
		own: 'Thanh Hóa',
		beside: ['Nghệ An', 'Ninh Bình', 'Phú Thọ', 'Sơn La'],
	},
	{
		file: '24_bac_ninh_99_50m.geojson',
		bounds: [105.9, 20.96, 107.03, 21.63] as const,
		own: 'Bắc Ninh',
		beside: ['Hà Nội', 'Hưng Yên', 'Hải Phòng', 'Lạng Sơn', 'Quảng Ninh', 'Thái Nguyên'],
	},
])(
	'the provinces around $own are drawn in a few kilobytes',
	async ({ file, bounds, own, beside }) => {
		const all = await read('vn_3321_200m.topo.json', 'provinces');
		const { outlines: home } = await read(file, 'communes');
		const { land, home: found, named } = await cutSurroundings(all, home, bounds);
		expect(found.map((id) => all.names.get(id))).toEqual([own]);
		expect(named).toEqual(expect.arrayContaining(beside));
		expect(named).not.toContain(own);
		if (!land) throw new Error('There is nothing around.');
		const drawing = { bounds, width: 1000, height: 800 };
		const { land: path, borders, names } = drawSurroundings(land, drawing);
		expect(gzipSync(JSON.stringify({ path, borders, names })).length).toBeLessThan(5_000);
	},
);
