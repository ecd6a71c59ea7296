import { loadLayer } from '../geometry/layer';

/**
 * Fetches what a canvas needs while the page around it only begins, for maps that are all of a page.
 * What can't be had now is asked for again by the map.
 */
export function warmCanvas(layerAddress: string): void {
	void Promise.allSettled([
		import('./canvas').then(({ startWorkers }) => startWorkers()),
		import('./MapCanvas.svelte'),
		loadLayer(layerAddress),
	]);
}
