import { crc32 } from 'node:zlib';
import { ascii, join, slice, viewOf } from './bytes';
import { keepOrientation } from './exif';

/** Chunks that a picture is drawn from: its critical ones, transparency, colours and animation. */
const drawn = new Set(
	'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);

export function withoutPngMetadata(content: Uint8Array): Uint8Array {
	const kept = [slice(content, 0, 8)];
	let at = 8;
	for (;;) {
		const length = viewOf(slice(content, at, at + 4)).getUint32(0);
		const chunk = slice(content, at, at + 12 + length);
		const kind = ascii(chunk.subarray(4, 8));
		at += chunk.byteLength;
		const orientation = kind === 'eXIf' ? keepOrientation(chunk.subarray(8, 8 + length)) : null;
		if (orientation) kept.push(exifChunk(orientation));
		if (drawn.has(kind)) kept.push(chunk);
		if (kind === 'IEND') return join(kept);
	}
}

function exifChunk(tiff: Uint8Array): Uint8Array {
	const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
	const body = join([new TextEncoder().encode('eXIf'), tiff]);
	viewOf(length).setUint32(0, tiff.byteLength);
	viewOf(sum).setUint32(0, crc32(body));
	return join([length, body, sum]);
}
