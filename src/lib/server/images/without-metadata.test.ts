import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DamagedImage, join } from './bytes';
import { withoutMetadata, type ImageType } from './without-metadata';

/** Pictures of 3 × 2 points, as a browser writes them: without anything about where or when. */
const plain: Record<ImageType, Uint8Array> = {
	'image/jpeg': fromBase64(
		'/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAVEAEBAAAAAAAAAAAAAAAAAAAAMf/EABUBAQEAAAAAAAAAAAAAAAAAAAQG/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAECMf/aAAwDAQACEQMRAD8AnyACVrKKcR//2Q==',
	),
	'image/png': fromBase64(
		'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAGUlEQVR4AWIyNj7z/4yxMRgzzWRIZ4ABAAAAAP//NyZ+jgAAAAZJREFUAwCJtQeYVDMjlQAAAABJRU5ErkJggg==',
	),
	'image/webp': riff(
		chunk('VP8X', [0, 0, 0, 0, 2, 0, 0, 1, 0, 0]),
		chunk('VP8 ', fromBase64('cAEAnQEqAwACAALATCWoAnQBdQAA/ujXG3Yn0tpmsn3/y4F8P+wP/AYv+OAAAA==')),
	),
};
const secret = 'GPS 21.3311N 106.3989E';

function fromBase64(text: string) {
	return new Uint8Array(Buffer.from(text, 'base64'));
}
function bytes(...parts: (string | ArrayLike<number>)[]): Uint8Array {
	return join(
		parts.map((part) =>
			typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part),
		),
	);
}
function number(value: number, size: 2 | 4, little = false) {
	const written = Buffer.alloc(size);
	if (little) written.writeUIntLE(value, 0, size);
	else written.writeUIntBE(value, 0, size);
	return written;
}

/** An Exif block with the camera's maker, which way up, and a place. */
function exif(orientation: number, little: boolean) {
	const n = (value: number, size: 2 | 4) => number(value, size, little);
	const entry = (tag: number, type: number, value: Uint8Array) =>
		bytes(n(tag, 2), n(type, 2), n(1, 4), value);
	return bytes(
		little ? 'II' : 'MM',
		...[n(42, 2), n(8, 4), n(3, 2)],
		entry(0x010f, 2, bytes('abc\0')),
		entry(0x0112, 3, bytes(n(orientation, 2), [0, 0])),
		entry(0x8825, 4, n(50, 4)),
		n(0, 4),
		secret,
	);
}

const segment = (marker: number, body: Uint8Array) =>
	bytes([0xff, marker], number(body.byteLength + 2, 2), body);
function pngChunk(kind: string, body: Uint8Array) {
	const named = bytes(kind, body);
	return bytes(number(body.byteLength, 4), named, number(crc32(named), 4));
}
function chunk(kind: string, body: ArrayLike<number>) {
	return bytes(kind, number(body.length, 4, true), body, body.length % 2 ? [0] : []);
}
function riff(...chunks: Uint8Array[]) {
	const all = join(chunks);
	return bytes('RIFF', number(all.byteLength + 4, 4, true), 'WEBP', all);
}
/** Chunks of a WebP file whose head says that there are Exif and XMP, which its flags are for. */
const flagged = (flags: number) => {
	const body = plain['image/webp'].slice(12);
	body[8] = flags;
	return body;
};

/** The picture with everything beside it that tells something; the block is Exif's. */
const telling: Record<ImageType, (block: Uint8Array) => Uint8Array> = {
	'image/jpeg': (block) => {
		const jpeg = plain['image/jpeg'];
		return bytes(
			jpeg.slice(0, 20),
			segment(0xe1, bytes('Exif\0\0', block)),
			segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', secret)),
			segment(0xe2, bytes('MPF\0', secret)),
			segment(0xed, bytes('Photoshop 3.0\0', secret)),
			segment(0xfe, bytes(secret)),
			[0xff, 0xff],
			jpeg.slice(20),
			// A second picture, as phones hang it on.
			jpeg.slice(0, 2),
			segment(0xe1, bytes('Exif\0\0', block)),
			jpeg.slice(20),
		);
	},
	'image/png': (block) => {
		const png = plain['image/png'];
		return bytes(
			png.slice(0, 33),
			pngChunk('eXIf', block),
			pngChunk('tEXt', bytes('Comment\0', secret)),
			pngChunk('iTXt', bytes('XML:com.adobe.xmp\0\0\0\0\0', secret)),
			pngChunk('zTXt', bytes('Comment\0\0', secret)),
			pngChunk('tIME', bytes([7, 234, 11, 22, 8, 0, 0])),
			png.slice(33),
			secret,
		);
	},
	'image/webp': (block) =>
		bytes(riff(flagged(0x0c), chunk('EXIF', block), chunk('XMP ', bytes(secret))), secret),
};

/** The picture with nothing beside it but which way up. */
const turned: Record<ImageType, (orientation: number) => Uint8Array> = {
	'image/jpeg': (orientation) => {
		const jpeg = plain['image/jpeg'];
		const kept = segment(0xe1, bytes('Exif\0\0', onlyOrientation(orientation)));
		return bytes(jpeg.slice(0, 20), kept, jpeg.slice(20));
	},
	'image/png': (orientation) => {
		const png = plain['image/png'];
		return bytes(png.slice(0, 33), pngChunk('eXIf', onlyOrientation(orientation)), png.slice(33));
	},
	'image/webp': (orientation) => riff(flagged(0x08), chunk('EXIF', onlyOrientation(orientation))),
};
const onlyOrientation = (orientation: number) =>
	bytes(
		'MM',
		[0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation],
		number(0, 4),
		[0, 0],
	);

describe.each(Object.keys(plain) as ImageType[])('a picture of type %s', (type) => {
	it('keeps every byte of a picture that has nothing beside it', () => {
		expect(withoutMetadata(plain[type], type)).toEqual(plain[type]);
	});

	it('loses place, time, device and whatever hangs on behind', () => {
		for (const little of [true, false]) {
			const cleaned = withoutMetadata(telling[type](exif(1, little)), type);
			expect(cleaned).toEqual(plain[type]);
		}
	});

	it.each([2, 3, 4, 5, 6, 7, 8])('is still shown the right way up: %i', (orientation) => {
		for (const little of [true, false]) {
			const cleaned = withoutMetadata(telling[type](exif(orientation, little)), type);
			expect(cleaned).toEqual(turned[type](orientation));
			expect(withoutMetadata(cleaned, type)).toEqual(cleaned);
		}
	});

	it('takes no harm from a block that makes no sense', () => {
		for (const block of [bytes(''), bytes('II'), exif(9, true), exif(6, true).slice(0, 30)])
			expect(withoutMetadata(telling[type](block), type)).toEqual(plain[type]);
	});

	it('is refused when it ends too early, wherever that is', () => {
		for (let length = 0; length < plain[type].byteLength; length += 1)
			expect(() => withoutMetadata(plain[type].slice(0, length), type), `${length}`).toThrow(
				DamagedImage,
			);
	});
});

it('keeps what says how the colours of a JPEG are read', () => {
	const jpeg = plain['image/jpeg'];
	const colours = [
		segment(0xe2, bytes('ICC_PROFILE\0', [1, 1, 7])),
		segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1])),
	];
	const given = bytes(jpeg.slice(0, 20), ...colours, jpeg.slice(20));
	expect(withoutMetadata(given, 'image/jpeg')).toEqual(given);
});

it('reads a JPEG of several scans to its last', () => {
	const jpeg = plain['image/jpeg'];
	const scan = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [5, 0xff, 0, 6, 0xff, 0xd0, 7]);
	const given = bytes(jpeg.slice(0, -2), segment(0xfe, bytes(secret)), scan, jpeg.slice(-2));
	const expected = bytes(jpeg.slice(0, -2), scan, jpeg.slice(-2));
	expect(withoutMetadata(given, 'image/jpeg')).toEqual(expected);
});
