import { Part } from '$lib/ui/part';

export const mapPage = Part.loaded('map', () => import('./MapPage.svelte'));
