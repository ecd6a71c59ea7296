import type { MapState } from '../contracts/map/states';

/** One area as a map shows it: plain data, whatever it stands for. */
export interface MapArea {
	id: number;
	/** Written on the map where there is room. */
	name: string;
	state: MapState;
	/** Which of the map's groups it lies in. */
	group?: number;
}

/** What several areas make up, and what is then chosen instead of each of them. */
export interface MapGroup {
	id: number;
	name: string;
}

/** What a map that answers to pointer and keyboard needs to know beside its areas. */
export interface MapInteraction {
	/** Everything that the card of an area shows, as one sentence to be read out. */
	describe: (id: number) => string;
	/** Where an area's own page is. */
	href: (id: number) => string;
	/** Opens that page. */
	open: (id: number) => void;
	/** The area under the pointer or the keyboard has changed. */
	onactive: (id: number | null) => void;
}
