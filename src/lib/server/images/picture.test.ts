import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imageTypes, plainPicture, type ImageType } from './picture';

const secret = 'GPS 21.3311N 106.3989E';

/** 60 × 40 points, red in the upper left corner, with everything beside it that tells something. */
const telling = (type: ImageType, orientation = 1) =>
	sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffffff' } })
		.composite([
			{
				input: { create: { width: 20, height: 20, channels: 3, background: '#ff0000' } },
				left: 0,
				top: 0,
			},
		])
		.withExif({ IFD0: { Artist: secret, Make: 'Máy ảnh' }, IFD3: { GPSLatitudeRef: 'N' } })
		.withMetadata({ orientation })
		.toFormat(type === 'image/jpeg' ? 'jpeg' : type === 'image/png' ? 'png' : 'webp')
		.toBuffer();

/** Whether the point at a place, counted from the upper left corner, is red. */
async function isRed(picture: Uint8Array, x: number, y: number): Promise<boolean> {
	const { data, info } = await sharp(picture)
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const at = (y * info.width + x) * info.channels;
	return (data[at] ?? 0) > 200 && (data[at + 1] ?? 255) < 80;
}

/** A PNG that says how large it is and holds next to nothing. */
function emptyPng(side: number): Uint8Array {
	const chunk = (kind: string, body: Uint8Array) => {
		const named = Buffer.concat([Buffer.from(kind), body]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(body.byteLength);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(side, 0);
	head.writeUInt32BE(side, 4);
	head[8] = 1;
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.alloc(1000))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

describe.each([...imageTypes])('a picture of type %s', (type) => {
	it('loses place, time and device, and keeps its size where that is small', async () => {
		const cleaned = await plainPicture(await telling(type), type, 1000);
		const { exif, xmp, width, height, format } = await sharp(cleaned).metadata();
		expect({ exif, xmp, width, height, format: `image/${format}` }).toEqual({
			...{ exif: undefined, xmp: undefined, width: 60, height: 40, format: type },
		});
		expect(Buffer.from(cleaned).includes(secret)).toBe(false);
	});

	it('is turned upright', async () => {
		const cleaned = await plainPicture(await telling(type, 6), type, 1000);
		const { width, height, orientation } = await sharp(cleaned).metadata();
		expect([width, height, orientation ?? 1]).toEqual([40, 60, 1]);
		expect([await isRed(cleaned, 35, 5), await isRed(cleaned, 5, 5)]).toEqual([true, false]);
	});

	it('is made as small as asked for', async () => {
		const { width, height } = await sharp(
			await plainPicture(await telling(type), type, 30),
		).metadata();
		expect([width, height]).toEqual([30, 20]);
	});

	it('is refused when it ends too early or is none', async () => {
		const whole = await telling(type);
		for (const content of [
			whole.subarray(0, whole.byteLength / 2),
			whole.subarray(0, 20),
			Buffer.alloc(0),
		])
			await expect(plainPicture(content, type, 1000)).rejects.toMatchObject({ reason: 'damaged' });
	});
});

it('a picture of more points than any camera takes is refused unread', async () => {
	await expect(plainPicture(emptyPng(30_000), 'image/png', 1000)).rejects.toMatchObject({
		reason: 'tooManyPixels',
	});
});
