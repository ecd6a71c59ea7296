import { createContext } from 'svelte';

/** How fresh a page's figures are; `age` in milliseconds, null before the first of them. */
export interface Freshness {
	readonly status: 'live' | 'connecting' | 'lost';
	readonly age: number | null;
}

/** What a page hands up to the frame around it. */
export interface Frame {
	freshness: Freshness | null;
}

const [getFrame, provideFrame] = createContext<Frame>();
export { getFrame, provideFrame };

/** Shows a page's freshness in the header for as long as the page is there. */
export function showFreshness(freshness: () => Freshness): void {
	const frame = getFrame();
	$effect(() => {
		frame.freshness = freshness();
		return () => {
			frame.freshness = null;
		};
	});
}
