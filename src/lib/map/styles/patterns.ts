import type { MapState } from '../../contracts/map/states';

/** A mark of a pattern tile; lengths in pixels. Lines may run over the edge, so that tiles join. */
export type Mark =
	| { shape: 'line'; from: [number, number]; to: [number, number]; width: number }
	| { shape: 'dot'; at: [number, number]; radius: number }
	| { shape: 'ring'; at: [number, number]; radius: number; width: number };

export interface Pattern {
	/** Side of the square tile. */
	size: number;
	/** Name of the colour token. */
	colour: '--ink-quiet' | '--overdue';
	marks: Mark[];
}

/** The states that have no colour of the ramp; drawn alike in SVG, on the canvas and in the legend. */
export const patterns = {
	zero: {
		size: 10,
		colour: '--ink-quiet',
		marks: [
			{ shape: 'line', from: [2.5, 1], to: [2.5, 4], width: 1.2 },
			{ shape: 'line', from: [7.5, 6], to: [7.5, 9], width: 1.2 },
		],
	},
	hidden: {
		size: 6,
		colour: '--ink-quiet',
		marks: [{ shape: 'dot', at: [3, 3], radius: 0.8 }],
	},
	insufficient: {
		size: 6,
		colour: '--ink-quiet',
		marks: [{ shape: 'line', from: [-1, 3], to: [7, 3], width: 1 }],
	},
	waiting: {
		size: 12,
		colour: '--ink-quiet',
		marks: [
			{ shape: 'ring', at: [3, 3], radius: 1.6, width: 0.8 },
			{ shape: 'ring', at: [9, 9], radius: 1.6, width: 0.8 },
		],
	},
	late: {
		size: 12,
		colour: '--overdue',
		marks: [
			{ shape: 'ring', at: [3, 3], radius: 2, width: 1.1 },
			{ shape: 'ring', at: [9, 9], radius: 2, width: 1.1 },
		],
	},
	none: {
		size: 8,
		colour: '--ink-quiet',
		marks: [
			{ shape: 'line', from: [-2, 6], to: [6, -2], width: 0.9 },
			{ shape: 'line', from: [2, 10], to: [10, 2], width: 0.9 },
		],
	},
	incomparable: {
		size: 10,
		colour: '--ink-quiet',
		marks: [
			{ shape: 'line', from: [3, 5], to: [7, 5], width: 1 },
			{ shape: 'line', from: [5, 3], to: [5, 7], width: 1 },
		],
	},
	missing: {
		size: 8,
		colour: '--overdue',
		marks: [
			{ shape: 'dot', at: [2, 2], radius: 1.4 },
			{ shape: 'dot', at: [6, 6], radius: 1.4 },
		],
	},
} as const satisfies Partial<Record<MapState, Pattern>>;

export type PatternState = keyof typeof patterns;
export const patternStates = Object.keys(patterns) as PatternState[];
export const hasPattern = (state: MapState): state is PatternState => state in patterns;

/** Lies over the colour of an area whose share rests on few cases: a dark line beside a light one. */
export const texture = {
	size: 7,
	lines: [
		{ path: 'M-1 -1L8 8', colour: '--ink', opacity: 0.4, width: 0.9 },
		{ path: 'M0 -1L8 7M-1 5L2 8', colour: '--ground', opacity: 0.7, width: 0.9 },
	],
} as const;
