import { parse } from 'csv-parse/sync';
import { cleanText } from '../../contracts/text/typed-text';

/** Where the header stands in a file, and what parts its cells. */
export interface TableLayout {
	delimiter: string;
	/** Of the header, counted from 1; 1 where no line looks like one. */
	headerLine: number;
}

/** Above a list stand a title and blank lines at most. */
const mostLinesAbove = 30;
const delimiters = [',', ';', '\t'];

/** Headers are compared without regard to case and to spaces around. */
export const headerKey = (header: string): string => cleanText(header).toLowerCase();

/**
 * Finds the first line that has all the columns asked for, under whichever delimiter; a `sep=;` line,
 * titles and blank lines above it are passed over.
 * @param wanted for each column the headers that it goes by.
 */
export function findLayout(start: string, wanted: readonly (readonly string[])[]): TableLayout {
	const keys = wanted.map((names) => names.map(headerKey));
	const lines = start.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, mostLinesAbove);
	for (const [index, line] of lines.entries())
		for (const delimiter of delimiters) {
			const cells = new Set(cellsOf(line, delimiter).map(headerKey));
			if (keys.every((names) => names.some((name) => cells.has(name))))
				return { delimiter, headerLine: index + 1 };
		}
	return { delimiter: mostFrequent(lines), headerLine: firstHeader(lines) };
}

function cellsOf(line: string, delimiter: string): string[] {
	const [record] = parse(line, {
		delimiter,
		relax_column_count: true,
		relax_quotes: true,
		skip_records_with_error: true,
	});
	return record ?? [];
}

const mostFrequent = (lines: readonly string[]): string => {
	const [first = ''] = lines.filter((line) => !isSeparatorLine(line));
	const count = (sign: string) => first.split(sign).length;
	return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

const firstHeader = (lines: readonly string[]): number =>
	lines.findIndex((line) => line.trim() !== '' && !isSeparatorLine(line)) + 1 || 1;

/** Excel's own first line that names the delimiter. */
const isSeparatorLine = (line: string) => /^"?sep=.?"?[,;\s]*$/i.test(line);
