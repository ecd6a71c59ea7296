import { browser } from '$app/environment';
import { loadScene } from '$lib/coverage/wall/scenes/load-scene.svelte';
import { warmCanvas } from '$lib/map/canvas/warm-canvas';
import type { PageLoad } from './$types';

/** The first scene's own part of the program, so that it is drawn without waiting for anything. */
export const load: PageLoad = async ({ data }) => {
	if (browser && data.picture) warmCanvas(data.picture.layerAddress);
	return { ...data, scene: data.wall ? await loadScene(data.first) : null };
};
