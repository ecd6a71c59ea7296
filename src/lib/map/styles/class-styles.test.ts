import { expect, it } from 'vitest';
import { cellColours, divergingColours, policyClasses } from '../../contracts/map/policy-classes';
import { classStyles, contrast, inkOn } from './class-styles';

it('writes the style sheet of the classes that there are', async () => {
	await expect(classStyles()).toMatchFileSnapshot('classes.css');
});

it.each([...policyClasses, ...divergingColours])(
	'lets names be read on $light and $dark',
	({ light, dark }) => {
		expect(contrast(light, inkOn(light, 'light'))).toBeGreaterThanOrEqual(4.5);
		expect(contrast(dark, inkOn(dark, 'dark'))).toBeGreaterThanOrEqual(4.5);
	},
);

/** What remains of a colour for those who see no red or no green (Viénot, Brettel and Mollon 1999). */
const seenWithout = {
	red: [
		[0.11238, 0.88762, 0],
		[0.11238, 0.88762, 0],
		[0.00401, -0.00401, 1],
	],
	green: [
		[0.29275, 0.70725, 0],
		[0.29275, 0.70725, 0],
		[-0.02234, 0.02234, 1],
	],
};

function lightOf(colour: string): number[] {
	return [1, 3, 5].map((start) => {
		const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
}

/** How far two colours are apart to the eye, in OKLab; 0.02 is about the least that is seen. */
function apart(one: number[], other: number[]): number {
	const lab = ([red = 0, green = 0, blue = 0]: number[]) => {
		const [l, m, s] = [
			Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue),
			Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue),
			Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue),
		];
		return [
			0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
			1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
			0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
		];
	};
	const [a, b] = [lab(one), lab(other)];
	return Math.hypot(...a.map((part, index) => part - (b[index] ?? 0)));
}

it.each(['light', 'dark'] as const)(
	'keeps the nine cells apart for those who see no red or no green (%s)',
	(theme) => {
		for (const matrix of Object.values(seenWithout)) {
			const seen = cellColours.map((colour) => {
				const light = lightOf(colour[theme]);
				return matrix.map((row) =>
					Math.max(
						0,
						row.reduce((sum, part, index) => sum + part * (light[index] ?? 0), 0),
					),
				);
			});
			for (const [index, one] of seen.entries())
				for (const other of seen.slice(index + 1)) expect(apart(one, other)).toBeGreaterThan(0.1);
		}
	},
);
