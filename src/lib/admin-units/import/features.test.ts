import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { temporaryFiles } from '../../../../tests/fixtures/import/files';
import { InvalidError } from '../../server/errors';
import { readFeatures } from './features.server';

const write = temporaryFiles();
const one = { type: 'Feature', id: '07901', properties: null, geometry: null };
const two = { ...one, id: '07902' };
const collection = JSON.stringify({ type: 'FeatureCollection', features: [one, two] });
const bytes = (text: string) => new TextEncoder().encode(text);

const ids = async (content: string | Uint8Array) =>
	(await readFeatures(write('map.geojson', content), undefined, 'communes')).map(
		({ number, id }) => `${number} ${id}`,
	);

async function refusal(content: string | Uint8Array): Promise<string> {
	const error: unknown = await ids(content).catch((reason: unknown) => reason);
	return error instanceof InvalidError ? error.message : `read: ${String(error)}`;
}

it.each([
	['a collection', collection],
	['one feature a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
	['a zipped file', zipSync({ 'map.geojson': bytes(`\uFEFF${collection}`) })],
	[
		'a file zipped on a Mac, in a folder',
		zipSync({
			'map/': new Uint8Array(),
			'map/communes.json': bytes(collection),
			'__MACOSX/map/._communes.json': bytes('x'),
			'map/.DS_Store': bytes('x'),
		}),
	],
])('%s is read', async (_, content) => {
	expect(await ids(content)).toEqual(['1 07901', '2 07902']);
});

it('a feature by itself is a collection of one', async () => {
	expect(await ids(JSON.stringify(one))).toEqual(['1 07901']);
});

const packed = zipSync({ 'map.geojson': bytes(collection) });

it.each([
	['a copy that broke off', collection.slice(0, -9), 'file: ends in the middle'],
	[
		'a coordinate that is no number',
		'{"type": "FeatureCollection",\n "features": [NaN]}',
		'line 2: holds NaN where JSON wants a number, at column 15',
	],
	['a stray comma', '{\n"type":, 1}', 'file: is not JSON: Unexpected token'],
	['a bare outline', '{"type": "Polygon", "coordinates": []}', 'but of type Polygon'],
	['a list', '[1]', 'but other JSON'],
	['gzip', new Uint8Array([0x1f, 0x8b, 8, 0, 0]), 'file: is packed with gzip'],
	[
		'several maps in a ZIP archive',
		zipSync({ 'a.geojson': bytes('{}'), 'b.json': bytes('{}') }),
		'of several files (a.geojson, b.json)',
	],
	['a shapefile', zipSync({ 'a.shp': bytes('x'), 'a.dbf': bytes('x') }), 'is a zipped shapefile'],
	['other files', zipSync({ 'a.txt': bytes('x') }), 'it holds a.txt'],
	['a workbook', zipSync({ '[Content_Types].xml': bytes('x') }), 'is an Office document'],
	[
		'a bomb',
		zipSync({ 'a.geojson': new Uint8Array(4 * 1024 * 1024).fill(32) }),
		'is packed as no map is',
	],
	['half an archive', packed.slice(0, packed.length - 30), 'is a damaged ZIP archive'],
	['a zipped UTF-16 file', zipSync({ 'a.json': Buffer.from('\uFEFF{}', 'utf16le') }), 'UTF-16'],
])('%s is refused by what it is', async (_, content, message) => {
	expect(await refusal(content)).toContain(message);
});

it('an archive that holds more than it says is not unpacked further', async () => {
	const archive = Buffer.from(zipSync({ 'a.json': bytes(collection) }, { level: 0 }));
	const directory = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
	// The sizes in the central directory, unpacked one made smaller.
	archive.writeUInt32LE(archive.readUInt32LE(directory + 24) - 5, directory + 24);
	expect(await refusal(archive)).toContain('is a damaged ZIP archive');
});
