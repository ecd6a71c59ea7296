import { valueKinds } from '../../contracts/map/colouring';
import { stateOfLetter, type MapSeries, type SeriesClasses } from '../../contracts/map/series';
import type { MapState } from '../../contracts/map/states';
import type { MapArea } from '../map-area';
import type { Drawing } from '../geometry/projection';

/** One month as the map draws it, whole: its label is never that of another one's colours. */
export interface Frame {
	/** `2026-10`. */
	code: string;
	drawing: Drawing;
	layerAddress: string;
	/** The areas of its structure, the same ones for all months of it. */
	areas: readonly MapArea[];
	states: ReadonlyMap<number, MapState>;
	/** Shares 0–1 of those that have one. */
	shares: ReadonlyMap<number, number>;
	/** That of all together. */
	whole: number | null;
	/** What areas are coloured by, where that isn't the share. */
	values: ReadonlyMap<number, number>;
	/** What the colours of this month stand for; null where every map knows. */
	classes: FrameClasses | null;
}

export interface FrameClasses extends Omit<SeriesClasses, 'columns'> {
	columns: readonly MapState[];
}

export const layerAddressOf = (layer: string): string => `/api/v1/boundaries/${layer}`;

/** The boundaries that a series needs, each once. */
export const layersOf = ({ months }: MapSeries): string[] => [
	...new Set(months.map(({ layer }) => layer)),
];

/**
 * Everything that is drawn while a series is played, made before it starts.
 * @param groups what the areas of the present structure make up, by area.
 */
export function framesOf(
	{ ids, names, months, colouring }: MapSeries,
	drawings: ReadonlyMap<string, Drawing>,
	groups: ReadonlyMap<number, number>,
): Frame[] {
	const areasOf = new Map<string, readonly MapArea[]>();
	const parts = valueKinds[colouring] === 'households' ? 1 : thousandths;
	return months.flatMap(({ code, layer, states: letters, shares, whole, ...month }): Frame[] => {
		const drawing = drawings.get(layer);
		if (!drawing) return [];
		const states = byId(ids, (index) => stateOfLetter(letters[index] ?? '-'));
		const areas =
			areasOf.get(layer) ??
			ids.flatMap((id, index): MapArea[] => {
				const state = states.get(id);
				const group = groups.get(id);
				return state
					? [{ id, name: names[index] ?? '', state, ...(group === undefined ? {} : { group }) }]
					: [];
			});
		areasOf.set(layer, areas);
		return [
			{
				...{ code, drawing, layerAddress: layerAddressOf(layer), areas, states },
				shares: byId(ids, (index) => partOf(shares[index], thousandths)),
				whole: partOf(whole, thousandths) ?? null,
				values: byId(ids, (index) => partOf(month.values?.[index], parts)),
				classes: month.classes && { ...month.classes, columns: statesOf(month.classes.columns) },
			},
		];
	});
}

const thousandths = 1_000;

const partOf = (value: number | null | undefined, parts: number): number | undefined =>
	value === null || value === undefined ? undefined : value / parts;

const statesOf = (letters: string): MapState[] =>
	Array.from(letters).flatMap((letter) => stateOfLetter(letter) ?? []);

/** What those have that have something. */
function byId<Value>(
	ids: readonly number[],
	at: (index: number) => Value | undefined,
): Map<number, Value> {
	const found = new Map<number, Value>();
	ids.forEach((id, index) => {
		const value = at(index);
		if (value !== undefined) found.set(id, value);
	});
	return found;
}
