import { createHash } from 'node:crypto';
import { boundaryLayerAt } from '../../admin-units/outlines/boundary-layer.server';
import { readHomes } from '../../admin-units/home.server';
import { readUnitOutlines } from '../../admin-units/outlines/unit-outlines.server';
import type { Unit } from '../../contracts/admin-units';
import { lastDayOf } from '../../contracts/local-time';
import { findVersion, newestVersion, readVersion } from '../../coverage/record/read-version.server';
import type { Database } from '../../server/db/client';
import { perDatabase } from '../../server/db/per-database';
import { NotFoundError } from '../../server/errors';
import { MostRecent } from '../../server/most-recent';
import { savedName, writeChecksums } from './checksums';
import { describePackage, mediaTypes, type Format, type WrittenFile } from './data-package';
import { homeOf, listEditions } from './list-editions.server';
import { tableOf, type Edition, type Manifest, type Table } from './rows';
import { writeCsv, writeGeoJson, writeJson } from './write';
import { writeWorkbook } from './write-workbook.server';

const types = { ...mediaTypes, csv: 'text/csv; charset=utf-8; header=present' } as const;
export const formats = ['csv', 'json', 'geojson', 'xlsx'] as const satisfies readonly Format[];

export interface FileRequest {
	homeCode: string | undefined;
	/** `2026-10`, or null for the newest month. */
	period: string | null;
	/** A change number, or null for the newest. */
	number: number | null;
	/** `communes.csv` and so on, or one of what describes them. */
	name: string;
	today: string;
}

export interface OpenFile {
	edition: Edition;
	/** What it is called once it is saved. */
	savedName: string;
	type: string;
	/** Another one for another content. */
	tag: string;
	read: () => Promise<Uint8Array>;
}

/** Goes up when files of the same figures are written in another way. */
const writing = 2;

/**
 * A file of open data. What it holds is made of nothing but the record of what was published, so that
 * an edition is the same whenever it is asked for, with the outlines that held then. Only the first
 * outlines ever come into what was published without any, which then has another tag.
 * @throws NotFoundError
 */
export async function openFile(database: Database, request: FileRequest): Promise<OpenFile> {
	const { homeCode, period, number, name, today } = request;
	const homes = await readHomes(database, homeCode);
	const format = formats.find((each) => name === `communes.${each}`);
	const description = Object.entries(descriptions).find(([each]) => each === name)?.[1];
	const source = format ?? description;
	const month = period ?? (await newestMonth(database, homeCode, today));
	const scope = month === undefined ? undefined : homeOf(homes, { period: month, today });
	if (month === undefined || !scope || !source) throw notFound(name);
	const edition =
		period === null || number === null
			? await newestVersion(database, scope.id, month)
			: await findVersion(database, scope.id, { period, number });
	if (!edition) throw notFound(`${period} ${number}`);
	const drawn = format === 'geojson' || description !== undefined;
	const outlines = drawn ? await outlinesOf(database, scope, edition) : null;
	const read = (each: Format) => once(database, { scope, edition, outlines, format: each });
	return {
		...{ edition, savedName: savedName(edition, name) },
		type: typeof source === 'string' ? types[source] : source.type,
		tag: `"${[edition.period, edition.number, scope.code, writing, outlines ?? '', name].join('-')}"`,
		read: async () =>
			typeof source === 'string'
				? read(source)
				: bytesOf(source.write(await describeFiles(scope, read))),
	};
}

/** Of a place that has only just come about it is one of a place that became it. */
async function newestMonth(database: Database, homeCode: string | undefined, today: string) {
	const [newest] = (await listEditions(database, homeCode, today)).editions;
	return newest?.period;
}

const notFound = (what: string) => new NotFoundError(`There is no file ${what}.`);

type Scope = Pick<Unit, 'id' | 'code' | 'name'>;

const writtenOf = perDatabase(() => new MostRecent<Promise<Uint8Array>>(mostWritten));
const mostWritten = 24;

interface Written {
	scope: Scope;
	edition: Edition;
	/** Hash of its outlines; null where they aren't asked for, or there were none. */
	outlines: string | null;
	format: Format;
}

/** Hash of the outlines that held when an edition was made. */
async function outlinesOf(
	database: Database,
	scope: Scope,
	{ period, number }: Edition,
): Promise<string | null> {
	const layer = await boundaryLayerAt(database, scope.id, lastDayOf(period), number);
	return layer?.hash ?? null;
}

/** Many ask for the newest; it is written once. */
function once(database: Database, asked: Written): Promise<Uint8Array> {
	const { scope, edition, outlines, format } = asked;
	const kept = writtenOf(database);
	const drawn = format === 'geojson' ? outlines : null;
	const key = [scope.id, edition.period, edition.number, format, drawn ?? ''].join(' ');
	const known = kept.get(key);
	if (known) return known;
	const made = write(database, asked);
	kept.keep(key, made, made);
	return made;
}

async function write(database: Database, asked: Written): Promise<Uint8Array> {
	const { scope, edition, outlines, format } = asked;
	const { table, ids } = await readTable(database, scope, edition);
	if (format === 'xlsx') return writeWorkbook(table);
	if (format === 'geojson') {
		const drawn = outlines === null ? null : await readUnitOutlines(database, outlines);
		const shapes = ids.map((id) => drawn?.get(id) ?? null);
		return bytesOf(writeGeoJson(table, { boundaries: outlines, outlines: shapes }));
	}
	return bytesOf(format === 'csv' ? writeCsv(table) : writeJson(table));
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readTable(
	database: Database,
	scope: Scope,
	edition: Edition,
): Promise<{ table: Table; ids: number[] }> {
	const units = await readVersion(database, scope.id, edition);
	const communes = units.filter(({ level }) => level === 'commune');
	return { table: tableOf(edition, communes), ids: communes.map(({ id }) => id) };
}

interface Described {
	place: string;
	manifest: Manifest;
	files: WrittenFile[];
}

/** What lies beside the files of an edition and says what they are. */
const descriptions = {
	'datapackage.json': {
		type: 'application/json',
		write: ({ manifest, place, files }: Described) =>
			`${JSON.stringify(describePackage(manifest, place, files), null, '\t')}\n`,
	},
	SHA256SUMS: {
		type: 'text/plain; charset=utf-8',
		write: ({ manifest, files }: Described) => writeChecksums(manifest, files),
	},
};

async function describeFiles(
	scope: Scope,
	read: (format: Format) => Promise<Uint8Array>,
): Promise<Described> {
	const json = await read('json');
	const { manifest } = JSON.parse(new TextDecoder().decode(json)) as Table;
	const files = formats.map(async (name) => {
		const bytes = await read(name);
		const hash = createHash('sha256').update(bytes).digest('hex');
		return { name, bytes: bytes.length, hash };
	});
	return { place: scope.name, manifest, files: await Promise.all(files) };
}
