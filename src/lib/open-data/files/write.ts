import { stringify } from 'csv-stringify/sync';
import type { Geometry } from 'geojson';
import { columns } from './columns';
import type { Table } from './rows';

/** RFC 4180 in UTF-8; a cell that a spreadsheet would run begins with an apostrophe. */
export const writeCsv = ({ rows }: Table): string =>
	stringify(
		rows.map((row) => columns.map(({ name }) => row[name])),
		{
			header: true,
			columns: columns.map(({ name }) => name),
			cast: { boolean: String },
			escape_formulas: true,
			record_delimiter: '\r\n',
		},
	);

export const writeJson = ({ manifest, rows }: Table): string =>
	`${JSON.stringify({ manifest, rows }, null, '\t')}\n`;

/** What is known of nowhere has no geometry. @param outlines by the index of the row. */
export const writeGeoJson = (
	{ manifest, rows }: Table,
	{ boundaries, outlines }: { boundaries: string | null; outlines: (Geometry | null)[] },
): string =>
	JSON.stringify({
		type: 'FeatureCollection',
		manifest: { ...manifest, boundaries },
		features: rows.map((properties, index) => ({
			...{ type: 'Feature', id: properties.unit_code, properties },
			geometry: outlines[index] ?? null,
		})),
	});
