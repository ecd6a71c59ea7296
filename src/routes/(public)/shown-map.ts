import type { PageMap } from './outline-map.server';

export interface ShownMap {
	map: PageMap;
	signedIn: boolean;
	/** The map that this one is a part of. */
	above?: { name: string; href: string };
}
