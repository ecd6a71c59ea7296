import type { DrawSettings, PlaceSpread } from '../../contracts/awards/composite-index';
import { rounded } from './arithmetic';

/** Draws that are looked at together for one unit after the other: what its counts lie in is fetched once. */
const block = 512;

export interface PlaceSet {
	low: number;
	high: number;
}

/** The places between the 5th and the 95th of hundred draws, and how often the unit was among the first. */
export function placeSpreads(
	counts: Uint16Array,
	units: number,
	{ draws, top }: Pick<DrawSettings, 'draws' | 'top'>,
): PlaceSpread[] {
	return Array.from({ length: units }, (_, unit) => {
		let [seen, low, high, first] = [0, 0, 0, 0];
		for (let place = 1; place <= units; place += 1) {
			seen += counts[unit * units + place - 1] ?? 0;
			if (low === 0 && seen * 20 >= draws) low = place;
			if (high === 0 && seen * 20 >= draws * 19) high = place;
			if (place <= top) first = seen;
		}
		return { low, high, top: rounded(first / draws) };
	});
}

/**
 * Places of every unit that hold for the whole table: in at least the share `confidence` of the draws
 * all units lie in their sets at once, and not each by itself in its own share of them. A draw is as deep as
 * the place that lies farthest out among those that its unit had in all draws (Besag and others,
 * Statistical Science 10, 1995, section 6.3); the sets hold all draws but the shallowest.
 * @param atLeast what belongs to each unit's set in any case.
 */
export function placeSets(
	drawn: { counts: Uint16Array; places: Uint16Array },
	atLeast: readonly PlaceSet[],
	{ draws, confidence }: Pick<DrawSettings, 'draws' | 'confidence'>,
): PlaceSet[] {
	const units = atLeast.length;
	const upTo = cumulative(drawn.counts, units);
	const depthAt = placeDepths(upTo, units, draws);
	const depths = new Uint16Array(draws).fill(draws);
	for (let start = 0; start < draws; start += block) {
		const end = Math.min(draws, start + block);
		for (let unit = 0; unit < units; unit += 1) {
			const row = unit * units - 1;
			for (let draw = start, at = start * units + unit; draw < end; draw += 1, at += units) {
				const depth = depthAt[row + (drawn.places[at] ?? 1)] ?? 0;
				if (depth < (depths[draw] ?? 0)) depths[draw] = depth;
			}
		}
	}
	const shallowest = depths.sort()[Math.floor((1 - confidence) * draws)] ?? 1;
	return atLeast.map((own, unit) => {
		const cells = upTo.subarray(unit * units, (unit + 1) * units);
		const low = cells.findIndex((seen) => seen >= shallowest) + 1;
		const beyond = cells.findIndex((seen) => draws - seen < shallowest);
		const high = beyond === -1 ? units : beyond + 1;
		return { low: Math.min(low, own.low), high: Math.max(high, own.high) };
	});
}

/** How many draws brought each unit as far out as each place, on the side that is nearer. */
function placeDepths(upTo: Uint16Array, units: number, draws: number): Uint16Array {
	const depths = new Uint16Array(upTo.length);
	for (let unit = 0; unit < units; unit += 1) {
		let before = 0;
		for (let cell = unit * units; cell < (unit + 1) * units; cell += 1) {
			const fromBest = upTo[cell] ?? 0;
			const fromWorst = draws - before;
			depths[cell] = fromBest < fromWorst ? fromBest : fromWorst;
			before = fromBest;
		}
	}
	return depths;
}

function cumulative(counts: Uint16Array, units: number): Uint16Array {
	const upTo = Uint16Array.from(counts);
	for (let unit = 0; unit < units; unit += 1) {
		let seen = 0;
		for (let cell = unit * units; cell < (unit + 1) * units; cell += 1) {
			seen += upTo[cell] ?? 0;
			upTo[cell] = seen;
		}
	}
	return upTo;
}

/**
 * Bands of units that stand by place: a unit joins the band above it while it can't be told from that
 * band's first unit, which is while their sets have a place in common. Who shares a place shares a band.
 */
export function bandsOf(units: readonly { place: number; set: PlaceSet }[]): number[] {
	const best = new Map<number, PlaceSet>();
	for (const { place, set } of units) {
		const before = best.get(place) ?? set;
		best.set(place, {
			low: Math.min(before.low, set.low),
			high: Math.max(before.high, set.high),
		});
	}
	const bands = new Map<number, number>();
	let [band, lowest] = [0, 0];
	for (const [place, { low, high }] of best) {
		if (low > lowest) {
			band += 1;
			lowest = high;
		}
		bands.set(place, band);
	}
	return units.map(({ place }) => bands.get(place) ?? 1);
}
