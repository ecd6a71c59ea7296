import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';

/** What a camera reads off a picture of a QR code. */
export async function scan(code: Locator): Promise<string | undefined> {
	const picture = await code.screenshot();
	const { data, width, height } = await code.page().evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = new OffscreenCanvas(image.width, image.height);
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0);
		const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
		return { data: [...pixels], width: image.width, height: image.height };
	}, picture.toString('base64'));
	return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
