import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CanvasLoading } from './loading.svelte';

const Canvas = vi.hoisted(() => ({ name: 'canvas' }));
vi.mock('./MapCanvas.svelte', () => ({ default: Canvas }));
vi.mock('./when-idle', () => ({
	whenIdleAndVisible: (_: Element, start: () => void) => {
		start();
		return () => {};
	},
}));

const box = {} as Element;
const controls = { zoomIn: () => {}, zoomOut: () => {}, reset: () => {} };
let touchedOnly = false;

beforeEach(() => {
	vi.useFakeTimers();
	touchedOnly = false;
	vi.stubGlobal('matchMedia', () => ({ matches: touchedOnly }));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('tries again by itself what failed, less and less often, until the canvas is there', async () => {
	const loading = new CanvasLoading();
	loading.start(box, false);
	await vi.dynamicImportSettled();
	expect(loading.component).toBe(Canvas);
	for (const seconds of [5, 10, 20]) {
		loading.fail();
		expect(loading.component).toBeNull();
		await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
		expect(loading.component).toBeNull();
		await vi.advanceTimersByTimeAsync(1);
		await vi.dynamicImportSettled();
		expect(loading.component).toBe(Canvas);
	}
	loading.begin(controls, 'layer');
	loading.fail();
	await vi.advanceTimersByTimeAsync(5_000);
	await vi.dynamicImportSettled();
	expect(loading.component).toBe(Canvas);
});

it('tries nothing once its map is gone, nor where fingers ask for it', async () => {
	const gone = new CanvasLoading();
	const stop = gone.start(box, false);
	await vi.dynamicImportSettled();
	gone.fail();
	stop?.();
	touchedOnly = true;
	const touched = new CanvasLoading();
	expect(touched.start(box, true)).toBeUndefined();
	touched.fail();
	await vi.advanceTimersByTimeAsync(7_200_000);
	expect([gone.component, touched.component]).toEqual([null, null]);
});
