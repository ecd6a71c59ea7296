import { basename } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { refuseFile } from './problems.server';

/** JSON packs to a tenth or so; nothing honest comes near this, once it is of some size. */
const highestRatio = 300;
const ratioMattersFrom = 1024 * 1024;
const mostEntries = 1000;

/**
 * The only GeoJSON or TopoJSON file of a ZIP archive, unpacked. What it says of its size is checked
 * before, and holds while it is unpacked.
 * @throws InvalidError that says what the archive holds instead.
 */
export async function readZipped(path: string, largest: number): Promise<Buffer> {
	const zip = await damagedUnless(() => openPromise(path, { lazyEntries: true, autoClose: false }));
	try {
		const entry = chooseEntry(await listEntries(zip));
		refuseBomb(entry, largest);
		return await damagedUnless(async () => {
			const parts: Buffer[] = [];
			for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
			return Buffer.concat(parts);
		});
	} finally {
		zip.close();
	}
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
	if (zip.entryCount > mostEntries)
		refuseFile(
			'zip',
			`is a ZIP archive of ${zip.entryCount} files; take the one that is needed out`,
		);
	return damagedUnless(async () => {
		const entries: Entry[] = [];
		for await (const entry of zip.eachEntry()) entries.push(entry);
		return entries;
	});
}

function chooseEntry(entries: readonly Entry[]): Entry {
	const files = entries.filter(
		({ fileName }) =>
			!fileName.endsWith('/') &&
			!fileName.startsWith('__MACOSX/') &&
			!basename(fileName).startsWith('.'),
	);
	const names = files.map(({ fileName }) => fileName);
	const fitting = files.filter(({ fileName }) => /\.(geo|topo)?json$/i.test(fileName));
	const [entry] = fitting;
	if (names.includes('[Content_Types].xml'))
		refuseFile('format', 'is an Office document; boundaries come as GeoJSON or TopoJSON');
	if (!entry)
		refuseFile(
			'zip',
			names.some((name) => /\.shp$/i.test(name))
				? 'is a zipped shapefile; convert it to GeoJSON in WGS 84 (QGIS: Export, Save Features As)'
				: `is a ZIP archive without a .geojson, .json or .topojson file; it holds ${listOf(names)}`,
		);
	if (fitting.length > 1)
		refuseFile(
			'zip',
			`is a ZIP archive of several files (${listOf(fitting.map(({ fileName }) => fileName))}); take the one that is needed out`,
		);
	if (entry.isEncrypted()) refuseFile('zip', 'is a ZIP archive with a password; unpack it first');
	return entry;
}

const listOf = (names: readonly string[]) =>
	names.length === 0
		? 'nothing'
		: names.slice(0, 5).join(', ') + (names.length > 5 ? `, and ${names.length - 5} more` : '');

function refuseBomb({ uncompressedSize, compressedSize }: Entry, largest: number): void {
	if (uncompressedSize > largest)
		refuseFile(
			'tooLarge',
			`unpacks to ${Math.round(uncompressedSize / 1048576)} MB, more than the ${largest / 1048576} MB that are read at once; split it, for instance by province`,
		);
	if (uncompressedSize > ratioMattersFrom && uncompressedSize > compressedSize * highestRatio)
		refuseFile('zip', 'is packed as no map is, so it is not unpacked; save it again');
}

async function damagedUnless<Result>(attempt: () => Promise<Result>): Promise<Result> {
	try {
		return await attempt();
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return refuseFile(
			'zip',
			`is a damaged ZIP archive (${error.message}); fetch or pack it once more`,
		);
	}
}
