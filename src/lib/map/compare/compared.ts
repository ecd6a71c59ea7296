import type OtherSide from './OtherSide.svelte';
import type { Side } from './side';

/** What lies to the left of a map, and what draws it. */
export interface Compared {
	OtherSide: typeof OtherSide;
	side: Side;
	/** What the map to the right is called. */
	title: string;
}
