import { ascii, DamagedImage, join, slice, viewOf } from './bytes';
import { keepOrientation } from './exif';

const startOfScan = 0xda;
const endOfImage = 0xd9;
const comment = 0xfe;

/** Segments up to the end of the image; what phones hang on behind it, such as a film, goes too. */
export function withoutJpegMetadata(content: Uint8Array): Uint8Array {
	const kept = [slice(content, 0, 2)];
	let at = 2;
	for (;;) {
		while (content[at] === 0xff && content[at + 1] === 0xff) at += 1;
		const marker = markerAt(content, at);
		if (marker === endOfImage) {
			kept.push(slice(content, at, at + 2));
			return join(kept);
		}
		const length = viewOf(slice(content, at + 2, at + 4)).getUint16(0);
		const segment = slice(content, at, at + 2 + length);
		const body = segment.subarray(4);
		at += segment.byteLength;
		const block = marker === 0xe1 && ascii(body.subarray(0, 6)) === 'Exif\0\0' ? body : null;
		const orientation = block && keepOrientation(block);
		if (orientation) kept.push(exifSegment(orientation));
		if (isPicture(marker, body)) kept.push(segment);
		if (marker !== startOfScan) continue;
		const end = endOfScan(content, at);
		kept.push(slice(content, at, end));
		at = end;
	}
}

function markerAt(content: Uint8Array, at: number): number {
	const [sign, marker = 0] = slice(content, at, at + 2);
	if (sign !== 0xff || marker < 0xc0) throw new DamagedImage(`no marker at byte ${at}`);
	return marker;
}

/** Of application segments only those that say how to read the colours. */
function isPicture(marker: number, body: Uint8Array): boolean {
	if (marker === 0xe0) return ascii(body.subarray(0, 5)) === 'JFIF\0';
	if (marker === 0xe2) return ascii(body.subarray(0, 12)) === 'ICC_PROFILE\0';
	if (marker === 0xee) return ascii(body.subarray(0, 5)) === 'Adobe';
	return (marker < 0xe0 || marker > 0xef) && marker !== comment;
}

/** Where the next marker is that neither fills up nor restarts. */
function endOfScan(content: Uint8Array, from: number): number {
	let at = content.indexOf(0xff, from);
	while (at !== -1) {
		const next = content[at + 1] ?? 0;
		const goesOn = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
		if (!goesOn) return at;
		at = content.indexOf(0xff, at + 1);
	}
	throw new DamagedImage('the picture has no end');
}

function exifSegment(tiff: Uint8Array): Uint8Array {
	const head = new Uint8Array([0xff, 0xe1, 0, tiff.byteLength + 8]);
	return join([head, new TextEncoder().encode('Exif\0\0'), tiff]);
}
