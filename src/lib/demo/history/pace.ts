import type { Landscape } from '../map/terrain';
import { randomFor } from '../random';

/** Shares 0–1 of the households that are able in all five skills, at the first and the last month. */
const spans: Record<Landscape, { start: [number, number]; end: [number, number] }> = {
	town: { start: [0.28, 0.44], end: [0.74, 0.94] },
	plain: { start: [0.12, 0.3], end: [0.44, 0.8] },
	mountain: { start: [0.03, 0.13], end: [0.14, 0.56] },
};

/** How one commune grows over the months of the demo, along an S-curve of its own. */
export interface Pace {
	start: number;
	end: number;
	/** Where on the way it is fastest, 0–1, and over what part of the way it turns. */
	middle: number;
	width: number;
}

export function paceOf(place: number, landscape: Landscape): Pace {
	const random = randomFor('pace', place);
	const { start, end } = spans[landscape];
	return {
		start: random.between(...start),
		end: random.between(...end),
		middle: random.between(0.4, 0.85),
		width: random.between(0.1, 0.22),
	};
}

/** @param way 0 at the first month of the demo, 1 at the last; may go beyond. */
export function shareAt({ start, end, middle, width }: Pace, way: number): number {
	const rise = (at: number) => 1 / (1 + Math.exp((middle - at) / width));
	return start + ((end - start) * (rise(way) - rise(0))) / (rise(1) - rise(0));
}
