import { everyState, isOtherState, toneStates, type MapState } from '../../contracts/map/states';
import { cellColours, divergingColours, policyClasses } from '../../contracts/map/policy-classes';

/** What names are written in on top of a class: dark and light ink, as the themes have them. */
const inks = { light: ['#14202f', '#ffffff'], dark: ['#0b1424', '#ffffff'] } as const;

/** How much light a colour `#rrggbb` gives, 0–1, as WCAG 2 has it. */
function luminance(colour: string): number {
	const parts = [1, 3, 5].map((start) => {
		const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	const [red = 0, green = 0, blue = 0] = parts;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1–21. */
export function contrast(one: string, other: string): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

/** The ink that stands out from a class. */
export function inkOn(colour: string, theme: keyof typeof inks): string {
	const [dark, light] = inks[theme];
	return contrast(dark, colour) >= contrast(light, colour) ? dark : light;
}

/** What colours an area: the ramp of policy classes, or what goes up and down. */
export type Palette = 'coverage' | 'diverging';

export interface Colour {
	light: string;
	dark: string;
}
type Colours = readonly Colour[];

/** Where the colours of a ramp lie, 0–1, when it runs through; what goes up and down has its middle in the middle. */
const stops: Record<Palette, readonly number[]> = {
	coverage: [0, 0.2, 0.4, 0.6, 0.8, 1],
	diverging: [0, 0.25, 0.5, 2 / 3, 5 / 6, 1],
};

const ramps: Record<Palette, Colours> = { coverage: policyClasses, diverging: divergingColours };

/** A ramp that runs through, in so many steps. */
export function tonesOf(palette: Palette): Colours {
	const ramp = ramps[palette];
	return toneStates.map((_, index) => {
		const place = (index + 0.5) / toneStates.length;
		const next = Math.max(
			1,
			stops[palette].findIndex((stop) => stop >= place),
		);
		const [from = 0, to = 1] = stops[palette].slice(next - 1, next + 1);
		const part = (place - from) / (to - from);
		const [one, other] = [ramp[next - 1], ramp[next]];
		if (!one || !other) throw new Error('A ramp has a colour at every stop.');
		return { light: mixed(one.light, other.light, part), dark: mixed(one.dark, other.dark, part) };
	});
}

const mixed = (one: string, other: string, part: number): string =>
	[1, 3, 5].reduce((colour, start) => {
		const [from, to] = [one, other].map((each) =>
			Number.parseInt(each.slice(start, start + 2), 16),
		);
		const value = Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * part);
		return colour + value.toString(16).padStart(2, '0');
	}, '#');

/** The token of a state that has a colour: `--class-0`. */
export const tokenOf = (state: MapState): string => `--${state.replace(/\d+/, '-$&')}`;
/** The states with a colour, in the order of their numbers. */
export const colouredStates = everyState.filter((state) => !isOtherState(state));

/** The style sheet `classes.css`: the ramp, and areas on it with their names; other palettes by their class. */
export function classStyles(): string {
	const areas = policyClasses.map(
		(_, index) => `
.area-class${index} {
	fill: var(--class-${index});
	--name: var(--class-${index}-name);
	--name-halo: var(--class-${index});
}
`,
	);
	const note = '/* Written from contracts/map/policy-classes.ts: change the classes there. */\n';
	const own = `${tokensOf(policyClasses)}${plainTokens('tone', tonesOf('coverage'))}${plainTokens('cell', cellColours)}`;
	const diverging = `${tokensOf(divergingColours)}${plainTokens('tone', tonesOf('diverging'))}`;
	const palettes = `:root {\n${own}}\n\n.diverging {\n${diverging}}\n`;
	const finer = colouredStates
		.slice(policyClasses.length)
		.map((state) => `\n.area-${state} {\n\tfill: var(${tokenOf(state)});\n}\n`);
	return `${note}${palettes}${areas.join('')}${finer.join('')}`;
}

/** Names on these are written as on the ground: no ink stands out from all of them. */
const plainTokens = (kind: 'tone' | 'cell', colours: Colours): string =>
	colours
		.map(({ light, dark }, index) => `\t--${kind}-${index}: light-dark(${light}, ${dark});\n`)
		.join('');

const tokensOf = (colours: Colours): string =>
	colours
		.map(
			({ light, dark }, index) =>
				`\t--class-${index}: light-dark(${light}, ${dark});\n\t--class-${index}-name: light-dark(${inkOn(light, 'light')}, ${inkOn(dark, 'dark')});\n`,
		)
		.join('');
