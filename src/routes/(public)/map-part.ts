import { Part } from '$lib/ui/island/part';
import type { PageMap } from './outline-map.server';

export interface ShownMap {
	map: PageMap;
	signedIn: boolean;
	/** The map that this one is a part of. */
	above?: { name: string; href: string };
}

/** The map with all that explains it: most of what its pages weigh. */
export const mapPart = new Part<ShownMap>(() => import('./MapPage.svelte'));
