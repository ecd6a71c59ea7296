import { Part } from '$lib/ui/island/part';
import type { ShownMap } from './shown-map';

/** The map with all that explains it: most of what its pages weigh. */
export const mapPart = new Part<ShownMap>(() => import('./MapPage.svelte'));
