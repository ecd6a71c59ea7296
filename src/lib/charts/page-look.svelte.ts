import { browser } from '$app/environment';
import type { ChartLook } from './colours';

/** As Svelte's `MediaQuery`, which brings its maps, sets and dates to every page with a chart. */
class SystemSetting {
	holds = $state(false);

	constructor(query: string) {
		if (!browser) return;
		const list = matchMedia(query);
		this.holds = list.matches;
		list.addEventListener('change', ({ matches }) => (this.holds = matches));
	}
}

const dark = new SystemSetting('(prefers-color-scheme: dark)');

const forced = new SystemSetting('(forced-colors: active)');

/** An effect that calls it runs again when the page turns dark or light, or has the system's own colours. */
export const followTheme = (): boolean => dark.holds !== forced.holds;

const own = {
	line: 'var(--accent)',
	ink: 'var(--ink)',
	quiet: 'var(--ink-quiet)',
	rule: 'var(--rule)',
	ground: 'var(--ground)',
	warn: 'var(--warn)',
};
/** A canvas isn't given the system's colours by itself. */
const ofSystem: typeof own = {
	...{ line: 'CanvasText', ink: 'CanvasText', quiet: 'CanvasText' },
	...{ rule: 'GrayText', ground: 'Canvas', warn: 'Highlight' },
};

/** The colours and the font of the page where a drawing stands. */
export function lookAt(box: HTMLElement): Pick<ChartLook, 'colours' | 'font'> {
	const named = forced.holds ? ofSystem : own;
	function colourOf(name: keyof typeof own): string {
		// The browser works out a token's colour only where a property takes it, and forces another on that.
		box.style.setProperty('forced-color-adjust', 'none');
		box.style.setProperty('outline-color', named[name]);
		const colour = getComputedStyle(box).outlineColor;
		box.style.removeProperty('outline-color');
		box.style.removeProperty('forced-color-adjust');
		return colour;
	}
	return {
		colours: {
			line: colourOf('line'),
			ink: colourOf('ink'),
			quiet: colourOf('quiet'),
			rule: colourOf('rule'),
			ground: colourOf('ground'),
			warn: colourOf('warn'),
		},
		font: getComputedStyle(box).fontFamily,
	};
}
