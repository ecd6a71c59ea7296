import { divergingColours, policyClasses } from '../contracts/policy-classes';

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

type Colours = readonly { light: string; dark: string }[];

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
	const note = '/* Written from contracts/policy-classes.ts: change the classes there. */\n';
	const palettes = `:root {\n${tokensOf(policyClasses)}}\n\n.diverging {\n${tokensOf(divergingColours)}}\n`;
	return `${note}${palettes}${areas.join('')}`;
}

const tokensOf = (colours: Colours): string =>
	colours
		.map(
			({ light, dark }, index) =>
				`\t--class-${index}: light-dark(${light}, ${dark});\n\t--class-${index}-name: light-dark(${inkOn(light, 'light')}, ${inkOn(dark, 'dark')});\n`,
		)
		.join('');
