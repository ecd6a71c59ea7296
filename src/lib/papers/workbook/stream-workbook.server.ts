import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS, { type Worksheet, type WorksheetProtection } from 'exceljs';

declare module 'exceljs' {
	interface Worksheet {
		/** Parts of a sheet that is written row by row, left out of the library's own typings. */
		_writeCloseSheetData: () => void;
		_writeSheetProtection: () => void;
	}
}

export type WorkbookWriter = ExcelJS.stream.xlsx.WorkbookWriter;

/**
 * Makes a workbook row by row: what is committed leaves memory and is packed beside everything else
 * that the server does, so that a large file holds nobody up.
 * @param fill adds sheets; it commits rows and pauses as it goes.
 */
export async function streamWorkbook(
	fill: (workbook: WorkbookWriter) => Promise<void>,
): Promise<Uint8Array> {
	const stream = new PassThrough();
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
		stream,
		useStyles: true,
		useSharedStrings: true,
	});
	const [content] = await Promise.all([
		buffer(stream),
		fill(workbook).then(() => workbook.commit()),
	]);
	return new Uint8Array(content);
}

/**
 * Locks every cell of a streamed sheet that doesn't say otherwise. The library writes the lock behind
 * merged cells and rules, where Excel takes the file for damaged: here it follows the rows at once.
 */
export async function lockSheet(
	sheet: Worksheet,
	allowed: Partial<WorksheetProtection>,
): Promise<void> {
	await sheet.protect('', allowed);
	const closeRows = sheet._writeCloseSheetData.bind(sheet);
	const writeLock = sheet._writeSheetProtection.bind(sheet);
	sheet._writeCloseSheetData = () => {
		closeRows();
		writeLock();
	};
	sheet._writeSheetProtection = () => undefined;
}
