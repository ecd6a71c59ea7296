import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { isSoundText } from '../../contracts/text/sound-text';
import { cleanText } from '../../contracts/text/typed-text';
import type { ProblemSink } from './problem-sink';
import { ProblemList, refuseFile } from './problems.server';
import { checkSourceFile } from './source-file.server';
import { findLayout, headerKey } from './table-layout';

/** For each field the headers it goes by, best first. */
export type FieldHeaders<Field extends string> = Record<Field, readonly string[]>;

/** `--map field=column`: the person's own name of a column. */
export type HeaderMap = Readonly<Record<string, string>>;

export interface TableRow<Field extends string> {
	/** Of the file, counted from 1: the header is line 1. */
	line: number;
	/** Cleaned and trimmed; empty where the cell is blank or the column is missing. */
	cells: Record<Field, string>;
}

export interface Table<Field extends string> {
	has(field: Field): boolean;
	rows: TableRow<Field>[];
}

/**
 * Reads the wanted columns of a CSV file (comma, semicolon or tab), row by row, so that only those
 * are held in memory. Titles above the header and blank rows are passed over.
 * @param problems gets the lines that have another number of cells; they are left out.
 * @throws InvalidError for a wrong encoding, a missing or unknown column, broken quotes.
 */
export async function readTable<Field extends string>(
	path: string,
	headers: FieldHeaders<Field>,
	required: readonly NoInfer<Field>[],
	map: HeaderMap,
	problems: ProblemSink,
): Promise<Table<Field>> {
	await checkSourceFile(path);
	const layout = findLayout(
		await readStart(path),
		required.map((field) => namesOf(field, headers, map)),
	);
	const parser = createReadStream(path).pipe(
		parse({
			bom: true,
			info: true,
			delimiter: layout.delimiter,
			from_line: layout.headerLine,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true,
		}),
	);
	const fields = Object.keys(headers) as Field[];
	let columns: Map<Field, number> | undefined;
	let width = 0;
	const rows: TableRow<Field>[] = [];
	try {
		for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
			if (!columns) {
				columns = findColumns(record, headers, required, map);
				width = record.length;
				continue;
			}
			const line = info.lines;
			if (record.every((cell) => cleanText(cell) === '')) continue;
			if (record.length !== width) {
				problems.add(
					`line ${line}`,
					'cellCount',
					`has ${record.length} cells where the header has ${width}`,
				);
				continue;
			}
			const found = columns;
			const cells = Object.fromEntries(
				fields.map((field) => [field, cleanText(record[found.get(field) ?? -1] ?? '')]),
			) as Record<Field, string>;
			const broken = fields.find((field) => !isSoundText(cells[field]));
			if (broken === undefined) rows.push({ line, cells });
			else
				problems.add(
					`line ${line}`,
					'controlCharacter',
					`${broken} holds a control character that no text has; type it again`,
				);
		}
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		refuseFile('csv', error.message);
	}
	if (!columns) refuseFile('empty', 'the file has no header line');
	const found = columns;
	return { has: (field) => found.has(field), rows };
}

interface ParsedRecord {
	record: string[];
	info: { lines: number };
}

/** As much of a file as a title and a header take. */
async function readStart(path: string): Promise<string> {
	let start = '';
	for await (const chunk of createReadStream(path, { end: 65_535, encoding: 'utf8' }))
		start += String(chunk);
	return start;
}

/** The headers that a field goes by: the one given by `--map`, else its own. */
const namesOf = <Field extends string>(
	field: Field,
	headers: FieldHeaders<Field>,
	map: HeaderMap,
): readonly string[] => {
	const own = map[field];
	return own === undefined ? headers[field] : [own];
};

function findColumns<Field extends string>(
	headerCells: readonly string[],
	headers: FieldHeaders<Field>,
	required: readonly NoInfer<Field>[],
	map: HeaderMap,
): Map<Field, number> {
	const problems = new ProblemList();
	const fields = Object.keys(headers) as Field[];
	const header = headerCells.map(headerKey);
	const present = headerCells.map(cleanText).filter(Boolean).join(', ');
	const columns = new Map<Field, number>();
	for (const field of Object.keys(map))
		if (!(field in headers))
			problems.add(
				'header',
				'unknownField',
				`--map ${field}=…: there is no field ${field}; there are ${fields.join(', ')}`,
			);
	for (const field of fields) {
		const own = map[field];
		const name = namesOf(field, headers, map)
			.map(headerKey)
			.find((candidate) => header.includes(candidate));
		if (name !== undefined) {
			if (header.indexOf(name) !== header.lastIndexOf(name))
				problems.add('header', 'duplicateColumn', `column ${name} is there twice`);
			columns.set(field, header.indexOf(name));
		} else if (own !== undefined)
			problems.add(
				'header',
				'missingColumn',
				`--map ${field}=${own}: there is no column ${own}; there are ${present}`,
			);
		else if (required.includes(field))
			problems.add(
				'header',
				'missingColumn',
				`there is no column ${field}; there are ${present}. Name it with --map ${field}=COLUMN`,
			);
	}
	problems.throwIfAny();
	return columns;
}
