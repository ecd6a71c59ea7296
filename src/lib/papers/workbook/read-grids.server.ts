import type { ConcealedParts } from '../../contracts/papers';
import { isArchive, openArchive } from './archive.server';
import type { CellKinds } from './cell-content';
import { decodeText } from './decode-text.server';
import type { Grid } from './grid';
import { readNumberKinds } from './number-formats.server';
import { readParts } from './parts.server';
import { readCsv } from './read-csv.server';
import { boundsOf, readSheet, type Bounds } from './read-sheet.server';
import { RefusedFile } from './refused-file.server';
import { readStrings } from './strings.server';

const largestCsv = 8 * 1024 * 1024;
const usualRows = 5000;
/** Of one file; a province's list takes about a second. */
const longestReading = 20_000;

/** The visible sheets of a workbook, and what its hidden ones say about where it came from. */
export interface ReadFile {
	grids: Grid[];
	/** First column → second column of the hidden sheets. */
	hidden: ReadonlyMap<string, string>;
	concealed: ConcealedParts;
}

/**
 * Reads a file that somebody sent: `.xlsx`, or CSV. What it is, its content tells, not its name. It is
 * to run in a worker: what is sent may be made to hold a thread up until its bounds stop it.
 * @param mostRows of one sheet.
 * @throws RefusedFile
 */
export async function readGrids(content: Uint8Array, mostRows = usualRows): Promise<ReadFile> {
	const bounds = boundsOf(mostRows, longestReading);
	return looksLikeText(content) ? readText(content, bounds) : readWorkbook(content, bounds);
}

/** A workbook is a zip archive, an old or encrypted one starts with D0 CF. */
export const looksLikeText = (content: Uint8Array): boolean =>
	content.byteLength > 0 && !isArchive(content) && !(content[0] === 0xd0 && content[1] === 0xcf);

function readText(content: Uint8Array, bounds: Bounds): ReadFile {
	if (content.byteLength > largestCsv) throw new RefusedFile('fileTooLarge');
	return {
		grids: [readCsv(decodeText(content), bounds)],
		hidden: new Map(),
		concealed: { sheets: [], columns: [] },
	};
}

async function readWorkbook(content: Uint8Array, bounds: Bounds): Promise<ReadFile> {
	const archive = await openArchive(content);
	const { sheets, strings, styles, from1904 } = await readParts(archive);
	const kinds: CellKinds = {
		strings: await readStrings(archive, strings),
		numbers: await readNumberKinds(archive, styles),
		from1904,
	};
	const grids: Grid[] = [];
	const hidden = new Map<string, string>();
	const concealed: ConcealedParts = { sheets: [], columns: [] };
	for (const sheet of sheets) {
		const grid = await readSheet(archive, sheet, kinds, bounds);
		const { hiddenColumns: names } = grid;
		if (sheet.visible && names) concealed.columns.push({ sheet: sheet.name, names });
		if (sheet.hiddenByHand && grid.rows.length > 0) concealed.sheets.push(sheet.name);
		if (sheet.visible) grids.push(grid);
		else
			for (const { cells } of grid.rows)
				hidden.set(String(cells[0]?.content ?? ''), String(cells[1]?.content ?? ''));
	}
	return { grids, hidden, concealed };
}
