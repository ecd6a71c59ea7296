const orientationTag = 0x0112;
const shortType = 3;

/**
 * An Exif block says where, when and with what a picture was taken. All that is kept of it is which
 * way up it is shown.
 * @param tiff the block from its byte order mark on, or with the word Exif before it.
 * @returns such a block with this alone; null where upright needs no saying.
 */
export function keepOrientation(tiff: Uint8Array): Uint8Array | null {
	const hasPrefix = String.fromCharCode(...tiff.subarray(0, 6)) === 'Exif\0\0';
	const orientation = readOrientation(hasPrefix ? tiff.subarray(6) : tiff);
	if (orientation < 2 || orientation > 8) return null;
	const kept = new DataView(new ArrayBuffer(26));
	kept.setUint32(0, 0x4d4d002a);
	kept.setUint32(4, 8);
	kept.setUint16(8, 1);
	kept.setUint16(10, orientationTag);
	kept.setUint16(12, shortType);
	kept.setUint32(14, 1);
	kept.setUint16(18, orientation);
	return new Uint8Array(kept.buffer);
}

function readOrientation(tiff: Uint8Array): number {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	if (view.byteLength < 8) return 1;
	const little = view.getUint16(0) === 0x4949;
	const start = view.getUint32(4, little);
	if (start + 2 > view.byteLength) return 1;
	const end = Math.min(view.byteLength - 12, start + 2 + (view.getUint16(start, little) - 1) * 12);
	for (let entry = start + 2; entry <= end; entry += 12)
		if (view.getUint16(entry, little) === orientationTag) return view.getUint16(entry + 8, little);
	return 1;
}
