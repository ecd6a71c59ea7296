import { plainPicture, type ImageType } from './picture';

/** The longer side of a picture on a phone or in the column of a page. */
const longerSide = 1200;
/** So many small pictures are kept at hand: stored files never change. */
const mostKept = 100;

const kept = new Map<number, Promise<Uint8Array>>();

/** A stored picture in the size of a page, worked out once while it is asked for. */
export function scaledOnce(id: number, content: Uint8Array, type: ImageType): Promise<Uint8Array> {
	const before = kept.get(id);
	kept.delete(id);
	const scaled = before ?? plainPicture(content, type, longerSide);
	scaled.catch(() => kept.delete(id));
	kept.set(id, scaled);
	for (const oldest of kept.keys()) {
		if (kept.size <= mostKept) break;
		kept.delete(oldest);
	}
	return scaled;
}
