import type { CheckFrame, CheckPlace, CheckStratum } from '../../contracts/awards/checks';
import { sha256 } from '../../contracts/text/canonical-json';

export interface DrawnItem {
	unit: string;
	place: string;
	/** Number on the place's tally sheet, or the session's id. */
	number: number;
	/** 1, 2, 3 … as drawn in its unit. */
	lot: number;
}

/** The seed of a draw: of a frame that was fixed before and of dice, so no two rounds share one. */
export const seedOf = (frameHash: string, dice: string): string => sha256(`${frameHash},${dice}`);

/**
 * Draws of every unit without putting back, each thing as likely as any other. Anybody can do it again with
 * a pocket calculator of hashes: the k-th lot of a unit is SHA-256 of `seed,unit,k` read as a number, divided
 * by how many there are; the remainder counts along the frame from 0. What came before is passed over.
 */
export function drawSample(frame: CheckFrame, seed: string): DrawnItem[] {
	return frame.strata.flatMap((stratum) => {
		const total = sizeOf(stratum);
		const drawn = new Set<number>();
		if (total <= frame.perUnit) for (let index = 0; index < total; index++) drawn.add(index);
		for (let lot = 1; drawn.size < Math.min(frame.perUnit, total); lot++)
			drawn.add(Number(BigInt(`0x${sha256(`${seed},${stratum.unit},${lot}`)}`) % BigInt(total)));
		return [...drawn].map((index, position) => ({
			unit: stratum.unit,
			...thingAt(stratum, index),
			lot: position + 1,
		}));
	});
}

const countOf = (place: CheckPlace): number =>
	'households' in place ? place.households : place.sessions.length;

/** How many things a unit has to draw from. */
export const sizeOf = ({ places }: CheckStratum): number =>
	places.reduce((sum, place) => sum + countOf(place), 0);

function thingAt({ places }: CheckStratum, index: number): { place: string; number: number } {
	let left = index;
	for (const place of places) {
		const count = countOf(place);
		if (left < count)
			return {
				place: place.code,
				number: 'households' in place ? left + 1 : (place.sessions[left] ?? 0),
			};
		left -= count;
	}
	throw new RangeError('A lot lies within the frame.');
}
