import { columns } from './columns';
import type { Manifest } from './rows';

/** A file of an edition as it lies beside its description. */
/** What an edition is written as. */
export const mediaTypes = {
	csv: 'text/csv',
	json: 'application/json',
	geojson: 'application/geo+json',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof mediaTypes;

export interface WrittenFile {
	name: Format;
	bytes: number;
	/** SHA-256 of the bytes, hexadecimal. */
	hash: string;
}

/** Frictionless Data Package of one edition. */
export function describePackage(
	manifest: Manifest,
	place: string,
	files: readonly WrittenFile[],
): Record<string, unknown> {
	const { period, changeNumber, approvedAt, sha256, rows } = manifest;
	const { suppressed, notAvailable } = manifest;
	return {
		profile: 'data-package',
		name: `nhip-so-${period}-${changeNumber}`,
		id: sha256,
		title: `Kỹ năng số trong từng hộ gia đình, ${place}, ${period}`,
		description:
			'Approved figures of communes. "c": withheld, since it could point at a family; ":": unknown or not reported. Neither is 0.',
		version: `${period}.${changeNumber}`,
		created: approvedAt,
		licenses: [{ name: manifest.license, path: 'https://creativecommons.org/licenses/by/4.0/' }],
		rows,
		resources: files.map(({ name, bytes, hash }) => ({
			...{ name: `communes-${name}`, path: `communes.${name}`, bytes, hash: `sha256:${hash}` },
			...(name === 'xlsx' ? {} : { encoding: 'utf-8' }),
			...(name === 'csv'
				? {
						...{ profile: 'tabular-data-resource', format: name, mediatype: mediaTypes[name] },
						dialect: {
							delimiter: ',',
							lineTerminator: '\r\n',
							doubleQuote: true,
							header: true,
							caseSensitiveHeader: true,
						},
						schema: {
							fields: columns.map(({ name: column, type, vi, en }) => ({
								...{ name: column, type, title: vi, description: en },
								...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
							})),
							missingValues: [suppressed, notAvailable],
							primaryKey: ['period', 'unit_code', 'unit_valid_from'],
						},
					}
				: { profile: 'data-resource', format: name, mediatype: mediaTypes[name] }),
		})),
	};
}
