/**
 * The policy classes of coverage, from low to high: their names, colours and places in every legend
 * follow from these lines. `from` is the lower bound, as a share 0–1; the top is stretched on purpose.
 * A change takes `npx vitest run --project=unit src/lib/map/styles/class-styles.test.ts -u` for its styles.
 */
export const policyClasses = [
	{ from: 0, light: '#eef3d2', dark: '#1f3a5c' },
	{ from: 0.2, light: '#cfe5b8', dark: '#27567f' },
	{ from: 0.4, light: '#8fcbb0', dark: '#2f7a99' },
	{ from: 0.6, light: '#4aa3ad', dark: '#46a09e' },
	{ from: 0.8, light: '#2b6f9b', dark: '#8cc79a' },
	{ from: 0.9, light: '#1d3f73', dark: '#e8ec9b' },
] as const;

/**
 * The colours of what goes up or down, in as many classes: two of decline, one of hardly any change,
 * three of growth. Orange against blue, which nearly everybody tells apart.
 */
export const divergingColours = [
	{ light: '#b8560f', dark: '#f0a35c' },
	{ light: '#f0bf8f', dark: '#96602f' },
	{ light: '#ece9df', dark: '#2a3548' },
	{ light: '#b4d3e6', dark: '#2d5a80' },
	{ light: '#5f9fc8', dark: '#4f97c4' },
	{ light: '#1f5687', dark: '#a9d7f2' },
] as const;

/** Above which coverage counts as middling and as high where it is seen together with its growth. */
export const cellBounds = [0.6, 0.8] as const;

/**
 * Coverage together with its growth: by rows from hardly any growth to the fastest, in each from low
 * coverage to high. Blue against ochre, and darkest (in the dark: lightest) where both are high: chosen so
 * that the nine stay as far apart as can be for those who see no red or no green.
 */
export const cellColours = [
	{ light: '#eceae4', dark: '#2a303a' },
	{ light: '#91b6e1', dark: '#33517e' },
	{ light: '#297cd7', dark: '#3874cc' },
	{ light: '#d7ba87', dark: '#795f3a' },
	{ light: '#7f8685', dark: '#89898b' },
	{ light: '#244e77', dark: '#96b4e1' },
	{ light: '#c08b00', dark: '#cd8d0c' },
	{ light: '#6a562a', dark: '#dfbd8e' },
	{ light: '#192325', dark: '#efefef' },
] as const;

export const classBounds: readonly number[] = policyClasses.map(({ from }) => from);

/** Index of the policy class of a share 0–1. */
export function classOf(share: number): number {
	return Math.max(
		0,
		classBounds.findLastIndex((bound) => share >= bound),
	);
}
