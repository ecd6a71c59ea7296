import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { qrCode } from './qr';

/** Pixels of a module's side. */
const scale = 4;

it.each(['https://nhipso.example.vn/xa/07294-bo-ha', 'Ổ Ữ Ặ đ'])('is read as %s', (text) => {
	const { size, path } = qrCode(text);
	const width = size * scale;
	const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
	for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
		for (let row = 0; row < scale; row += 1)
			for (let column = 0; column < scale; column += 1) {
				const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
				pixels.fill(0, at, at + 3);
			}
	expect(jsQR(pixels, width, width)?.data).toBe(text);
});
