import {
	classings,
	valueKinds,
	type Classing,
	type Colouring,
	type ValueKind,
} from '../../../contracts/map/colouring';
import { cellStates, classStates, toneStates, type MapState } from '../../../contracts/map/states';
import { cellBounds } from '../../../contracts/map/policy-classes';
import { shownPoints, shownShare } from '../../../contracts/numbers/shown-share';
import { colouringBounds, growthMonths, paletteOf } from './colouring';

/** Coverage is seen together with its growth alone; a count of visits has its fixed classes. */
export const classingsOf = (colouring: Colouring): readonly Classing[] =>
	colouring === 'checked'
		? ['fixed']
		: classings.filter(
				(each) =>
					each !== 'bivariate' || colouring === 'level' || growthMonths[colouring] !== undefined,
			);

/** What a map is coloured by, and how. */
export interface Scheme {
	colouring: Colouring;
	classing: Classing;
}

/** What a map shows unless somebody asks for something else. */
export const levels = { colouring: 'level', classing: 'fixed' } as const satisfies Scheme;

/** The classes of one map, as its legend shows them. */
export interface ShownClasses {
	palette: 'coverage' | 'diverging';
	/** What the entries of the legend begin with, from low to high. */
	columns: readonly MapState[];
	/** Between the entries, and at both ends where these end somewhere. */
	bounds: readonly number[];
}

export interface Classes extends ShownClasses {
	stateOf: (value: number) => MapState;
}

/** A value as it is written, so that a number and its class agree. */
export const written = (value: number, kind: ValueKind): number =>
	({ share: shownShare, points: shownPoints, households: Math.round })[kind](value);

function placeIn(value: number, kind: ValueKind, bounds: readonly number[]): number {
	const shown = written(value, kind);
	return bounds.filter((bound) => shown >= bound).length;
}

/** The classes of policy. */
export function fixedClasses(colouring: Exclude<Colouring, 'level'>): Classes {
	const bounds = colouringBounds[colouring];
	const kind = valueKinds[colouring];
	return {
		palette: paletteOf(colouring),
		...{ columns: classStates, bounds },
		stateOf: (value) => classStates[placeIn(value, kind, bounds)] ?? 'class0',
	};
}

/** As many of the values in each class, equal ones always in the same; fewer classes where many are equal. */
export function quantileClasses(colouring: Colouring, values: readonly number[]): Classes {
	const kind = valueKinds[colouring];
	const sorted = values.map((value) => written(value, kind)).sort((one, other) => one - other);
	const parts = classStates.map(
		(_, part) => sorted[Math.floor((part * sorted.length) / classStates.length)] ?? 0,
	);
	const [, ...bounds] = new Set(parts);
	const spread = (classStates.length - 1) / Math.max(1, bounds.length);
	const columns = [...bounds, null].map(
		(_, index) => classStates[Math.round(index * spread)] ?? 'class0',
	);
	return {
		palette: 'coverage',
		...{ columns, bounds },
		stateOf: (value) => columns[placeIn(value, kind, bounds)] ?? 'class0',
	};
}

/** From the least value to the greatest; of what grows and shrinks as far to both sides of no change. */
export function continuousClasses(colouring: Colouring, values: readonly number[]): Classes {
	const palette = paletteOf(colouring);
	const kind = valueKinds[colouring];
	const [least, most] = values
		.map((value) => written(value, kind))
		.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [1, -1]);
	const reach = Math.max(Math.abs(least), Math.abs(most));
	const [from, to] = palette === 'diverging' ? [-reach, reach] : [least, Math.max(least, most)];
	const columns = toneStates.filter((_, index) => index % 2 === 0);
	const step = (to - from) / columns.length;
	const placeOf = (value: number) =>
		to === from ? 0 : Math.floor(((written(value, kind) - from) / (to - from)) * toneStates.length);
	return {
		palette,
		columns,
		bounds: [...columns.map((_, index) => from + index * step), to],
		stateOf: (value) =>
			toneStates[Math.min(toneStates.length - 1, Math.max(0, placeOf(value)))] ?? 'tone0',
	};
}

/** The growth that coverage is seen together with: that of the map, else that of one month. */
export const growthSeen = (colouring: Colouring): 'growth1' | 'growth3' | 'growth12' =>
	colouring === 'growth3' || colouring === 'growth12' ? colouring : 'growth1';

/** Hardly any growth or decline; growth; the fastest: bounds of the growth's own classes. */
export const growthCellBounds = (colouring: Colouring): readonly number[] =>
	colouringBounds[growthSeen(colouring)].slice(2, 4);

/** Where a commune lies by its coverage and by how much that has grown. */
export function cellOf(share: number, growth: number, colouring: Colouring): MapState {
	const row = placeIn(growth, 'points', growthCellBounds(colouring));
	return cellStates[row * (cellBounds.length + 1) + placeIn(share, 'share', cellBounds)] ?? 'cell0';
}
