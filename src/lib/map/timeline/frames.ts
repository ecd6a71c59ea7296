import { placeOf, type MapSeries } from '../../contracts/map-series';
import { mapStates, type MapState } from '../../contracts/map-states';
import type { MapArea } from '../mapArea';
import type { Drawing } from '../projection';

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
	{ ids, names, months }: MapSeries,
	drawings: ReadonlyMap<string, Drawing>,
	groups: ReadonlyMap<number, number>,
): Frame[] {
	const areasOf = new Map<string, readonly MapArea[]>();
	return months.flatMap(({ code, layer, states: letters, shares, whole }): Frame[] => {
		const drawing = drawings.get(layer);
		if (!drawing) return [];
		const states = new Map<number, MapState>();
		const written = new Map<number, number>();
		ids.forEach((id, index) => {
			const state = mapStates[placeOf(letters[index] ?? '-')];
			if (state) states.set(id, state);
			const share = shares[index] ?? null;
			if (share !== null) written.set(id, share / 1_000);
		});
		const known = areasOf.get(layer);
		const areas =
			known ??
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
				...{ shares: written, whole: whole === null ? null : whole / 1_000 },
			},
		];
	});
}
