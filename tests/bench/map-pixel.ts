import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** Looks at the map's own dots; answers whether a commune's has another colour than when it was asked about. */
		watched: { area: number; at: [number, number]; before: string | null; changed: boolean } | null;
	}
}

/**
 * Told to the page before its own scripts: each time that the map has drawn, the dot that is watched is read, in the
 * same frame, before it is shown.
 */
const watching = `{
	window.watched = null;
	let isAsked = false;
	const { drawElements } = WebGL2RenderingContext.prototype;
	const read = (gl) => {
		isAsked = false;
		const one = window.watched;
		if (!one || one.changed) return;
		const dot = new Uint8Array(4);
		gl.readPixels(one.at[0], one.at[1], 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, dot);
		const colour = dot.join();
		if (one.before === null) one.before = colour;
		else one.changed = colour !== one.before;
	};
	WebGL2RenderingContext.prototype.drawElements = function (...given) {
		drawElements.apply(this, given);
		if (isAsked || !window.watched || !this.canvas.matches?.('.map-canvas canvas')) return;
		isAsked = true;
		queueMicrotask(() => read(this));
	};
}`;

export const watchMap = (page: Page): Promise<unknown> => page.addInitScript({ content: watching });

/** Watches a dot well within a commune, with the colour that it has now. @returns waits for another one. */
export async function watchCommune(page: Page, area: number): Promise<() => Promise<unknown>> {
	await page.evaluate((id) => {
		const path = document.querySelector(`.map [data-area="${id}"]`);
		const canvas = document.querySelector('.map-canvas canvas');
		if (!(path instanceof SVGGeometryElement) || !(canvas instanceof HTMLCanvasElement))
			throw new Error('The map is there.');
		const [matrix, box] = [path.getScreenCTM(), path.getBBox()];
		const place = canvas.getBoundingClientRect();
		if (!matrix) throw new Error('The drawing lies below the canvas.');
		const steps = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
		const point = steps
			.flatMap((x) => steps.map((y) => new DOMPoint(box.x + x * box.width, box.y + y * box.height)))
			.find((each) => path.isPointInFill(each))
			?.matrixTransform(matrix);
		if (!point) throw new Error('It has an inside.');
		const scale = canvas.width / place.width;
		window.watched = {
			...{ area: id, before: null, changed: false },
			at: [
				Math.round((point.x - place.left) * scale),
				Math.round((place.bottom - point.y) * scale),
			],
		};
	}, area);
	// A map draws when something changes: it is made narrower by a dot, and as wide as it was.
	for (const right of ['1px', '']) {
		await page.locator('.map-canvas').evaluate((container, value) => {
			if (container instanceof HTMLElement) container.style.right = value;
			if (window.watched) window.watched.before = null;
		}, right);
		await page.waitForFunction(() => window.watched?.before, undefined, { polling: 'raf' });
	}
	return () =>
		page.waitForFunction(() => window.watched?.changed === true, undefined, { polling: 'raf' });
}
