import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { BusyError } from '../server/errors';

const fontFiles = ['400', '600'].map((weight) =>
	resolve(`src/lib/pictures/fonts/be-vietnam-pro-${weight}.ttf`),
);
const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Be Vietnam Pro' };

/** Nobody has more than a few drawn at once, as `NetworkTurns` has it: so many are of very many people. */
const mostAtOnce = 256;
/** Bytes of pictures; those that weren't asked for longest make room. */
const mostBytes = 32_000_000;

const kept = new Map<string, Uint8Array<ArrayBuffer>>();
const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * A drawing as PNG, worked out off the main thread, once for all who ask for the same.
 * @throws BusyError while too many others are.
 */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const key = createHash('sha256').update(svg).digest('base64');
	const drawn = kept.get(key);
	if (drawn) {
		kept.delete(key);
		kept.set(key, drawn);
		return drawn;
	}
	const others = drawing.get(key);
	if (others) return others;
	if (drawing.size >= mostAtOnce) throw new BusyError('Too many pictures are being drawn.');
	const own = draw(svg);
	drawing.set(key, own);
	try {
		const picture = await own;
		keep(key, picture);
		return picture;
	} finally {
		drawing.delete(key);
	}
}

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const { pixels, width, height } = await renderAsync(svg, { font });
	const png = sharp(pixels, { raw: { width, height, channels: 4 } })
		.removeAlpha()
		.png({
			palette: true,
			quality: 90,
			effort: 4,
			// A class is one colour, as its legend has it.
			dither: 0,
		});
	return new Uint8Array(await png.toBuffer());
}

function keep(key: string, picture: Uint8Array<ArrayBuffer>): void {
	kept.set(key, picture);
	let bytes = [...kept.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
	for (const [oldest, { byteLength }] of kept) {
		if (bytes <= mostBytes) break;
		kept.delete(oldest);
		bytes -= byteLength;
	}
}
