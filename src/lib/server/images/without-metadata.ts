import { withoutJpegMetadata } from './jpeg';
import { withoutPngMetadata } from './png';
import { withoutWebpMetadata } from './webp';

/** Kinds of pictures that are taken in. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

const cleaners = {
	'image/jpeg': withoutJpegMetadata,
	'image/png': withoutPngMetadata,
	'image/webp': withoutWebpMetadata,
};

/**
 * The same picture, pixel for pixel, without what a camera or a program wrote beside it: place, time,
 * device, names, previews. Kept: colours, animation, and which way up it is shown.
 * @throws DamagedImage when the file ends too early or isn't built as its kind is.
 */
export const withoutMetadata = (content: Uint8Array, type: ImageType): Uint8Array =>
	cleaners[type](content);
