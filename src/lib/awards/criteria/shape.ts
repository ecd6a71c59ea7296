import type { Board, IndexResult } from '../../contracts/awards/composite-index';
import { letters } from './letters';

export interface BlindBand {
	band: number;
	/** What stands for its units, in no order that means anything. */
	units: string[];
}

/** What a trial of weights shows: how the table looks, not who stands where in it. */
export interface BlindShape {
	bands: BlindBand[];
	/** Mean width of the units' sets of places, in places. */
	sensitivity: number;
	apart: number;
}

/** The shapes of both boards; of growth none where the version leaves its one criterion out. */
export type TriedShapes = Record<Board, BlindShape | null>;

/**
 * A result without names, places or values. Letters are dealt anew for every trial: letters that stayed
 * would tell, by trying one criterion alone, which unit each of them is.
 * @param random numbers from 0 to 1, of which as many are drawn as there are units.
 */
export function blindShape({ placed, apart }: IndexResult, random: () => number): BlindShape {
	const names = shuffled(
		placed.map((_, index) => letters(index)),
		random,
	);
	const bands = new Map<number, string[]>();
	for (const [index, { band }] of placed.entries())
		bands.set(band, [...(bands.get(band) ?? []), names[index] ?? '']);
	const widths = placed.reduce((sum, { set }) => sum + set.high - set.low, 0);
	return {
		bands: [...bands].map(([band, units]) => ({ band, units: units.sort(byLetters) })),
		sensitivity: placed.length === 0 ? 0 : widths / placed.length,
		apart: apart.length,
	};
}

const byLetters = (one: string, other: string): number =>
	one.length - other.length || (one < other ? -1 : 1);

/** In an order by chance, each one equally probable. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
	const left = [...items];
	const dealt: Item[] = [];
	while (left.length > 0) dealt.push(...left.splice(Math.floor(random() * left.length), 1));
	return dealt;
}
