/** What a map's colours stand for. */
export const colourings = [
	'level',
	'growth1',
	'growth3',
	'growth12',
	'distance',
	'punctuality',
	'checked',
] as const;
export type Colouring = (typeof colourings)[number];

/** What a value is: a share (0–1), a difference of shares, or a count. */
export const valueKinds = {
	level: 'share',
	growth1: 'points',
	growth3: 'points',
	growth12: 'points',
	distance: 'points',
	punctuality: 'share',
	checked: 'households',
} as const satisfies Record<Colouring, string>;
export type ValueKind = (typeof valueKinds)[Colouring];

/**
 * How values become colours: in the classes of policy, which mean the same on every map; for analysts in
 * classes of as many communes each, in a colour that runs through, or coverage and its growth at once.
 */
export const classings = ['fixed', 'quantiles', 'continuous', 'bivariate'] as const;
export type Classing = (typeof classings)[number];
