import sharp from 'sharp';

/** Kinds of pictures that are taken in. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** What a good phone takes; 30,000 × 30,000 points pack into a few kilobytes and unpack into gigabytes. */
const mostPixels = 100_000_000;
const longestSeconds = 20;

const formats = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** What is wrong with a picture. */
export class RefusedImage extends Error {
	constructor(
		readonly reason: 'damaged' | 'tooManyPixels',
		options?: ErrorOptions,
	) {
		super(`the picture is refused: ${reason}`, options);
	}
}

/**
 * The same picture with its longer side at most so long, upright, and nothing beside it of what a
 * camera or a program wrote: place, time, device, names, previews. It is worked out off the main thread.
 * @throws RefusedImage
 */
export async function plainPicture(
	content: Uint8Array,
	type: ImageType,
	longerSide: number,
): Promise<Uint8Array> {
	try {
		const { width, height } = await sharp(content, { limitInputPixels: false }).metadata();
		if (width * height > mostPixels) throw new RefusedImage('tooManyPixels');
		const picture = await sharp(content, {
			failOn: 'truncated',
			limitInputPixels: mostPixels,
			sequentialRead: true,
		})
			.timeout({ seconds: longestSeconds })
			.autoOrient()
			.resize(longerSide, longerSide, { fit: 'inside', withoutEnlargement: true })
			.toFormat(formats[type])
			.toBuffer();
		return new Uint8Array(picture);
	} catch (cause) {
		if (cause instanceof RefusedImage) throw cause;
		throw new RefusedImage('damaged', { cause });
	}
}
