import type { Frame } from '../timeline/frames';
import type OtherSide from './OtherSide.svelte';

/** One of two maps that are compared, whole: what it is called is never said of another one's colours. */
export interface Side extends Pick<Frame, 'drawing' | 'states' | 'shares'> {
	title: string;
	areas: readonly { id: number; name: string }[];
}

/** What lies to the left of a map, and what draws it. */
export interface Compared {
	OtherSide: typeof OtherSide;
	side: Side;
	/** What the map to the right is called. */
	title: string;
}
