import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import type { UnitFigures } from '../../contracts/coverage';
import { writeChecksums } from './checksums';
import { columns } from './columns';
import { describePackage } from './data-package';
import { describeCatalogue, describeDataset } from './dcat';
import { tableOf, type Published } from './rows';
import { writeWorkbook } from './write-workbook.server';
import { writeCsv, writeGeoJson, writeJson } from './write';

const edition = { period: '2026-10', number: 42, approvedAt: '2026-11-02T03:00:00Z' };

function unit(code: string, able: number | null, base: number): Published {
	const figures: UnitFigures = {
		...{ unitId: 1, basis: 'approved', receivedAt: '', approvedAt: '2026-11-02T03:00:00.000Z' },
		able: [able, 90, 0, 0, 0, 0, 0, 0, 0],
		base: [base, base, 0, 0, 0, 0, 0, 0, 0],
	};
	return {
		...{ id: 1, code, kind: 'xa', name: 'Ổ Ữ "Ặ", đ', parentCode: '24' },
		...{ validFrom: '2025-07-01', figures },
	};
}

/** What the profile that Frictionless publishes finds wrong. */
function faultsOf(profile: string, described: Record<string, unknown>): unknown[] {
	const file = `tests/fixtures/open-data/${profile}.json`;
	const ajv = new Ajv({ strict: false, logger: false });
	addFormats(ajv);
	const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
	return validate(described) ? [] : (validate.errors ?? ['invalid']);
}

const table = tableOf(edition, [unit('07294', 60, 100), unit('07297', null, 100)]);
const read = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });

it('writes as many rows as it says, each with its period, change number and approval', () => {
	const rows = read(writeCsv(table));
	expect(rows).toHaveLength(table.manifest.rows);
	expect(rows[0]).toMatchObject({
		...{ period: '2026-10', change_number: '42', unit_code: '07294', unit_name: 'Ổ Ữ "Ặ", đ' },
		...{ all_five_able: '60', all_five_households: '100', all_five_share: '0.6' },
		...{ approved_at: '2026-11-02T03:00:00Z', own_report: 'false' },
	});
	expect(Object.keys(rows[0] ?? {})).toEqual(columns.map(({ name }) => name));
});

it('writes what is withheld and what is unknown in codes of their own, never as 0 or blank', () => {
	const [, hidden] = read(writeCsv(table));
	expect(hidden).toMatchObject({
		...{ all_five_able: 'c', all_five_share: 'c', all_five_households: '100' },
		...{ skill_2_able: ':', skill_2_households: ':', skill_2_share: ':' },
	});
	for (const row of table.rows)
		for (const { name } of columns) expect([null, undefined, '']).not.toContain(row[name]);
	expect(writeJson(table)).toContain('"all_five_able": "c"');
});

it('says the same in every format, under one checksum of the rows', () => {
	const json = JSON.parse(writeJson(table)) as typeof table;
	expect(json.manifest.sha256).toBe(sha256(canonicalJson(json.rows)));
	const geo = JSON.parse(writeGeoJson(table, { boundaries: 'hash', outlines: [null] })) as {
		manifest: typeof table.manifest;
		features: { id: string; properties: unknown; geometry: unknown }[];
	};
	expect(geo.manifest).toEqual({ ...json.manifest, boundaries: 'hash' });
	expect(geo.features.map(({ properties }) => properties)).toEqual(json.rows);
	expect(geo.features.map(({ geometry }) => geometry)).toEqual([null, null]);
	expect(tableOf(edition, [unit('07294', 61, 100)]).manifest.sha256).not.toBe(
		tableOf(edition, [unit('07294', 60, 100)]).manifest.sha256,
	);
});

it('describes an edition as a valid Frictionless package, and its fields as they are', () => {
	const files = [{ name: 'csv', bytes: 10, hash: 'a'.repeat(64) }] as const;
	const described = describePackage(table.manifest, 'Bắc Giang', files);
	const geojson = [...files, { ...files[0], name: 'geojson' }] as const;
	expect(faultsOf('data-package', describePackage(table.manifest, 'Bắc Giang', geojson))).toEqual(
		[],
	);
	expect(
		faultsOf('tabular-data-package', { ...described, profile: 'tabular-data-package' }),
	).toEqual([]);
	expect(faultsOf('data-package', { ...described, resources: [] })).not.toEqual([]);
	expect(described).toMatchObject({
		version: '2026-10.42',
		resources: [{ path: 'communes.csv', schema: { missingValues: ['c', ':'] } }],
	});
});

it('has checksums beside the files that say what a CSV file is of', () => {
	const hash = sha256(writeCsv(table));
	const sums = writeChecksums(table.manifest, [
		{ name: 'csv', bytes: 10, hash },
		{ name: 'json', bytes: 10, hash: 'a'.repeat(64) },
	]);
	const lines = sums.split('\n');
	// As `sha256sum` writes and reads it: what begins with # is passed over.
	expect(lines.filter((line) => !line.startsWith('#'))).toEqual([
		`${hash}  nhip-so-2026-10-42-communes.csv`,
		`${'a'.repeat(64)}  nhip-so-2026-10-42-communes.json`,
		'',
	]);
	expect(lines.filter((line) => line.startsWith('#'))).toEqual([
		...['# period: 2026-10', '# changeNumber: 42', `# approvedAt: ${edition.approvedAt}`],
		...['# rows: 2', '# license: CC-BY-4.0'],
	]);
});

it('keeps shares below all and above none', () => {
	const shares = [unit('1', 99_999, 100_000), unit('2', 1, 100_000)];
	const rows = tableOf(edition, shares).rows;
	expect(rows.map((row) => row.all_five_share)).toEqual([0.9999, 0.0001]);
});

const both = [
	{ '@language': 'vi', '@value': expect.any(String) as string },
	{ '@language': 'en', '@value': expect.any(String) as string },
];

it('leads from the catalogue and from pages to files that stay', () => {
	const address = 'https://nhipso.example.vn/du-lieu';
	const catalogue = describeCatalogue(address, 'Bắc Giang', [edition]);
	expect(JSON.stringify(catalogue)).toContain(`"${address}/2026-10/42/communes.csv"`);
	// What DCAT-AP asks of a catalogue and of each of its datasets.
	const publisher = { '@id': `${address}#publisher` };
	const required = { 'dct:title': both, 'dct:description': both, 'dct:publisher': publisher };
	expect(catalogue).toMatchObject({ '@id': address, '@type': 'dcat:Catalog', ...required });
	expect(catalogue['dcat:dataset']).toMatchObject([
		{ '@id': `${address}#series`, '@type': 'dcat:DatasetSeries', ...required },
		{ '@id': `${address}/2026-10#ban-2026-10-42`, '@type': 'dcat:Dataset', ...required },
	]);
	const named: string[] = [];
	const known = Object.keys(catalogue['@context'] ?? {});
	JSON.stringify(catalogue, (key, value: unknown) => {
		const [prefix, name] = key.split(':');
		if (key === '@id') named.push(String(value));
		if (key === 'dcat:mediaType') expect(value).toHaveProperty('@id');
		// Whatever a reader of JSON-LD doesn't know by its context it leaves out.
		if (name !== undefined) expect(known).toContain(prefix);
		return value;
	});
	expect(named).toContain('https://www.iana.org/assignments/media-types/text/csv');
	for (const each of named) expect(URL.canParse(each), each).toBe(true);
	const words = { title: 'Dữ liệu mở', lead: '…', place: 'Bắc Giang' };
	expect(describeDataset({ page: address, files: address }, words, edition)).toMatchObject({
		...{ '@type': 'Dataset', temporalCoverage: '2026-10', version: '2026-10.42' },
	});
});

it('writes the published rows into the workbook, with the dictionary and what the file is', async () => {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(new Uint8Array(await writeWorkbook(table)).buffer);
	const cells = (sheet: number) =>
		workbook.worksheets[sheet]?.getSheetValues().flatMap((row) => {
			return Array.isArray(row) ? [row.slice(1)] : [];
		}) ?? [];
	const [head = [], ...rows] = cells(0);
	expect(head).toEqual(columns.map(({ name }) => name));
	expect(rows).toEqual(table.rows.map((row) => columns.map(({ name }) => row[name])));
	expect(cells(1).map(([name]) => name)).toEqual(['Cột', ...columns.map(({ name }) => name)]);
	expect(Object.fromEntries(cells(2))).toMatchObject(table.manifest);
});

it('writes the same workbook whenever it is asked for, so that a checksum holds', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => void vi.useRealTimers());
	vi.setSystemTime('2026-11-01T03:00:00Z');
	const first = await writeWorkbook(table);
	vi.setSystemTime('2027-03-05T21:30:00Z');
	expect(await writeWorkbook(table)).toEqual(first);
});

it('names its licence wherever it is taken from', () => {
	const address = 'https://creativecommons.org/licenses/by/4.0/';
	expect(table.manifest.license).toBe('CC-BY-4.0');
	expect(describePackage(table.manifest, 'Bắc Giang', [])).toMatchObject({
		licenses: [{ name: 'CC-BY-4.0', path: address }],
	});
	const page = 'https://nhipso.example.vn/du-lieu';
	expect(describeCatalogue(page, 'Bắc Giang', [edition])).toMatchObject({
		'dct:license': { '@id': address },
	});
	const distributions = JSON.stringify(describeCatalogue(page, 'Bắc Giang', [edition]));
	expect(distributions.split('"dct:license"')).toHaveLength(1 + 1 + 4);
	const words = { title: 'Dữ liệu mở', lead: '…', place: 'Bắc Giang' };
	expect(describeDataset({ page, files: page }, words, edition)).toMatchObject({
		license: address,
	});
});
