import { isUtf8 } from 'node:buffer';
import { cellAddress } from './grid';
import { RefusedFile } from './refused-file.server';

const newline = 0x0a;

/**
 * The text of a CSV file: UTF-8 with or without its mark, or UTF-16 with one, as Excel's "Unicode text" is.
 * @throws RefusedFile naming the first line that isn't.
 */
export function decodeText(content: Uint8Array): string {
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	if (!isUtf8(bytes)) {
		if (isBinary(bytes)) throw new RefusedFile('notAWorkbook');
		const address = cellAddress(1, firstOtherLine(bytes));
		throw new RefusedFile('wrongEncoding', { sheet: '', address });
	}
	if (bytes.subarray(0, 5).toString('latin1') === '%PDF-' || isWide(bytes))
		throw new RefusedFile('notAWorkbook');
	return new TextDecoder('utf-8').decode(bytes);
}

/** Pictures, archives and programs are full of zeros near their beginning; old code pages have none. */
const isBinary = (bytes: Buffer) =>
	bytes.subarray(0, 4096).includes(0) || bytes.subarray(0, 4).equals(Buffer.from('%PDF'));

/** Every second byte is zero: UTF-16 that doesn't say so. */
function isWide(bytes: Buffer): boolean {
	const start = bytes.subarray(0, 4096);
	return start.filter((byte) => byte === 0).length > start.length / 4;
}

function firstOtherLine(bytes: Buffer): number {
	let line = 1;
	for (let start = 0; start < bytes.length; line += 1) {
		const end = bytes.indexOf(newline, start);
		const next = end === -1 ? bytes.length : end + 1;
		if (!isUtf8(bytes.subarray(start, next))) break;
		start = next;
	}
	return line;
}
