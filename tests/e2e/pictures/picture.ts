import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect } from '../fixtures';

/**
 * What a picture may differ by. Each of its dots is the mean of several on the screen, so that how a machine
 * smooths edges hardly shows. One counts as different from less than the step between two classes of the
 * map on, and two dozen of them are let pass: a name, a bar, a digit or a small commune are more than that.
 */
const tolerance = { threshold: 0.075, maxDiffPixels: 24 };

/** What is seen once it stays as it is, so many times smaller. */
export async function pictureOf(seen: Page | Locator, smaller: number): Promise<Buffer> {
	const look = () => seen.screenshot({ animations: 'disabled' });
	let last = await look();
	await expect
		.poll(
			async () => {
				const before = last;
				last = await look();
				return last.equals(before);
			},
			// A map is drawn anew in the background: it may look finished for a moment.
			{ intervals: [600], timeout: 60_000 },
		)
		.toBe(true);
	const picture = sharp(last);
	const { width, height } = await picture.metadata();
	return picture
		.resize(Math.round(width / smaller), Math.round(height / smaller), {
			...{ fit: 'fill', kernel: 'linear' },
		})
		.png({ compressionLevel: 9 })
		.toBuffer();
}

/** Compares it with the picture that is kept under the name, and goes on to the next whatever comes out. */
export async function expectPicture(
	seen: Page | Locator,
	name: string,
	smaller: number,
): Promise<void> {
	expect.soft(await pictureOf(seen, smaller)).toMatchSnapshot(`${name}.png`, tolerance);
}

/** Of a scene in the README's picture of the wall, and the air between them. */
const readme = { width: 720, height: 405, air: 8 };

/** Compares four scenes, beside and below one another as they are kept, with the README's picture of the wall. */
export async function expectReadmeWall(names: readonly string[]): Promise<void> {
	const { width, height, air } = readme;
	const scenes = names.map(async (name, index) => ({
		input: await sharp(`tests/e2e/pictures/golden/${name}.png`).resize(width, height).toBuffer(),
		left: (index % 2) * (width + air),
		top: Math.floor(index / 2) * (height + air),
	}));
	const whole = { width: 2 * width + air, height: 2 * height + air, channels: 3 } as const;
	const picture = await sharp({ create: { ...whole, background: '#fff' } })
		.composite(await Promise.all(scenes))
		.png({ compressionLevel: 9 })
		.toBuffer();
	expect(picture).toMatchSnapshot('readme-wall.png', tolerance);
}
