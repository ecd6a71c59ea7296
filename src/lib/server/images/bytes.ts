export class DamagedImage extends Error {}

/** Bytes from `start` to before `end`. @throws DamagedImage when the file ends before. */
export function slice(content: Uint8Array, start: number, end: number): Uint8Array {
	if (start > end || end > content.byteLength)
		throw new DamagedImage(`ends at byte ${content.byteLength} instead of ${end}`);
	return content.subarray(start, end);
}

export const viewOf = (bytes: Uint8Array) =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);

export function join(parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.byteLength;
	}
	return joined;
}
