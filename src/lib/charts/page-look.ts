import { MediaQuery } from 'svelte/reactivity';
import type { ChartLook } from './colours';

const dark = new MediaQuery('(prefers-color-scheme: dark)');

/** An effect that calls it runs again when the page turns dark or light. */
export const followTheme = (): boolean => dark.current;

/** The colours and the font of the page where a drawing stands. */
export function lookAt(box: HTMLElement): Pick<ChartLook, 'colours' | 'font'> {
	function colourOf(token: string): string {
		// The browser works out a token's colour only where a property takes it.
		box.style.setProperty('outline-color', `var(${token})`);
		const colour = getComputedStyle(box).outlineColor;
		box.style.removeProperty('outline-color');
		return colour;
	}
	return {
		colours: {
			line: colourOf('--accent'),
			ink: colourOf('--ink'),
			quiet: colourOf('--ink-quiet'),
			rule: colourOf('--rule'),
			ground: colourOf('--ground'),
			warn: colourOf('--warn'),
		},
		font: getComputedStyle(box).fontFamily,
	};
}
