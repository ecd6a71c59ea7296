import { ascii, join, slice, viewOf } from './bytes';
import { keepOrientation } from './exif';

/** Chunks that a picture is drawn from. */
const drawn = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const [exifFlag, xmpFlag] = [0x08, 0x04];

export function withoutWebpMetadata(content: Uint8Array): Uint8Array {
	const end = 8 + viewOf(slice(content, 0, 12)).getUint32(4, true);
	const kept: Uint8Array[] = [];
	let orientation: Uint8Array | null = null;
	let at = 12;
	while (at < end) {
		const length = viewOf(slice(content, at, at + 8)).getUint32(4, true);
		const body = slice(content, at + 8, at + 8 + length);
		const kind = ascii(content.subarray(at, at + 4));
		// Chunks begin on even bytes.
		at += 8 + length + (length % 2);
		if (kind === 'EXIF') orientation = keepOrientation(body);
		if (drawn.has(kind)) kept.push(chunkOf(kind, body));
	}
	const [first] = kept;
	if (first && ascii(first.subarray(0, 4)) === 'VP8X') {
		const flags = (first[8] ?? 0) & ~(exifFlag | xmpFlag);
		first[8] = flags | (orientation ? exifFlag : 0);
	}
	if (orientation) kept.push(chunkOf('EXIF', orientation));
	return riffOf(join(kept));
}

function chunkOf(kind: string, body: Uint8Array): Uint8Array {
	const chunk = new Uint8Array(8 + body.byteLength + (body.byteLength % 2));
	chunk.set(new TextEncoder().encode(kind));
	viewOf(chunk).setUint32(4, body.byteLength, true);
	chunk.set(body, 8);
	return chunk;
}

function riffOf(chunks: Uint8Array): Uint8Array {
	const head = new TextEncoder().encode('RIFF0000WEBP');
	viewOf(head).setUint32(4, chunks.byteLength + 4, true);
	return join([head, chunks]);
}
