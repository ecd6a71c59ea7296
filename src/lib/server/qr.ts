import { encode } from 'uqr';

/** A QR code as one SVG path: each dark module is a unit square, four quiet ones all around. */
export interface QrCode {
	/** Width and height of the view box. */
	size: number;
	path: string;
}

export function qrCode(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const path = data
		.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { size, path };
}
