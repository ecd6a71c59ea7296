import { CsvError, parse } from 'csv-parse/sync';
import { textContent } from './cell-content';
import { fromSafeText } from './csv';
import { cellAddress, mostColumns, type Grid, type GridRow } from './grid';
import type { Bounds } from './read-sheet.server';
import { RefusedFile } from './refused-file.server';

const marks: readonly string[] = [';', '\t', ','];
/** As many as a spreadsheet has. */
const columnsOfSheet = 16_384;
/** Of one line: a form of all columns with long reasons takes a tenth of it. */
const longestLine = 256 * 1024;

/**
 * Reads what `writeCsv` wrote or a spreadsheet saved, separated by semicolons, commas or tabs: what the
 * first lines hold most of. Empty lines are left out and counted, so that rows bear the numbers that a
 * spreadsheet shows.
 * @throws RefusedFile
 */
export function readCsv(text: string, bounds: Bounds): Grid {
	const { body, delimiter } = withDelimiter(text);
	const rows: GridRow[] = [];
	const takeRow = (record: string[], number: number) => {
		const place = { sheet: '', address: cellAddress(1, number) };
		if (rows.length >= bounds.rows) throw new RefusedFile('tooManyRows', place);
		if (record.length > columnsOfSheet) throw new RefusedFile('tooManyCells', place);
		if (Date.now() > bounds.deadline) throw new RefusedFile('tooSlow', place);
		const values = record.slice(0, mostColumns);
		bounds.cells -= values.length;
		if (bounds.cells < 0) throw new RefusedFile('tooManyCells', place);
		const cells = values.map((value, index) => ({
			address: cellAddress(index + 1, number),
			content: null,
			...textContent(fromSafeText(value)),
		}));
		rows.push({ number, cells });
		return null;
	};
	try {
		parse(body, {
			delimiter,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			max_record_size: longestLine,
			on_record: (record: string[], { records, empty_lines: empty }) =>
				takeRow(record, records + empty),
		});
	} catch (thrown) {
		if (!(thrown instanceof CsvError)) throw thrown;
		throw brokenLine(thrown);
	}
	return { sheet: '', rows };
}

/** A quote that is never closed swallows the lines below it, to the end or to the longest there may be. */
function brokenLine(error: CsvError): RefusedFile {
	const number = Number(error['records']) + Number(error['empty_lines']) + 1;
	const place = { sheet: '', address: cellAddress(1, number) };
	const cells = Number(error['column']);
	return new RefusedFile(cells > mostColumns ? 'tooManyCells' : 'unclosedQuote', place, {
		cause: error,
	});
}

/** A cell in quotes: what marks and ends of lines are in it part nothing. */
const quoted = /(^|[;,\t\r\n])"(?:[^"]|"")*"/g;

/** Excel's own first line `sep=;` says it; else the heading tells, which may stand below a title. */
function withDelimiter(text: string): { body: string; delimiter: string } {
	const [own, said] = /^sep=(.)\r?\n/i.exec(text) ?? [];
	if (own !== undefined && said !== undefined)
		return { body: text.slice(own.length), delimiter: said };
	const lines = text.slice(0, 65_536).replace(quoted, '$1').split(/\r?\n/, 30);
	const [first = ''] = lines;
	const below = lines.findIndex((line, index) =>
		marks.some(
			(mark) => cellsOf(line, mark) > 1 && cellsOf(line, mark) === cellsOf(lines[index + 1], mark),
		),
	);
	const heading = marks.some((mark) => first.includes(mark)) ? first : lines[below];
	const delimiter = marks.reduce((most, next) =>
		cellsOf(heading, next) > cellsOf(heading, most) ? next : most,
	);
	return { body: text, delimiter };
}

const cellsOf = (line: string | undefined, mark: string): number => line?.split(mark).length ?? 0;
