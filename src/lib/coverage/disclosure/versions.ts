import { measures } from '../../contracts/coverage';
import { classOf } from '../../contracts/map/policy-classes';
import {
	smallestRangeOf,
	type Counts,
	type Publication,
	type Version,
} from '../../contracts/publication';

/** All five and each skill: a household that has all five is counted in every one of them. */
export const householdMeasures = measures.flatMap((name, measure) =>
	name === 'allFive' || /^skill\d$/.test(name) ? [measure] : [],
);
/** Fewer households than this, able or not able, could point at a family. */
export const smallestPublicCount = 5;
/** Only places with at most this many households are hidden to protect others. */
export const largestCover = 500;
/** Below this many households even the class of a hidden count would narrow it down too far. */
const smallestBaseForClass = 50;

/** A unit with a report of its own, and what was published of it in this period. */
export interface Leaf extends Publication {
	unitId: number;
	/** The approved report. */
	current: Counts;
	/** What the units below have, which the report replaces; null where nothing came from them. */
	below: Below | null;
}

export interface Below {
	/** What totals would hold of them. */
	counted: Counts;
	/** Bit k set: a count of measure k waits among them. */
	waiting: number;
	/** Households of all that was received from them, approved or not. */
	received: readonly number[];
}

export const isSmall = (count: number, smallest: number): boolean => count > 0 && count < smallest;

/** Whether a count, or what is left beside it, is too small to be shown; 0 and "all" never are. */
export const isTooSmall = (able: number, base: number, smallest: number): boolean =>
	isSmall(able, smallest) || isSmall(base - able, smallest);

/** Whether a count could point at a family: 0 and "all" point at nobody in particular. */
export const isSensitive = (able: number, base: number): boolean =>
	isTooSmall(able, base, smallestPublicCount);

/** All five, the skills and the assisted limit one another; the other measures stand alone. */
const isAlone = measures.map((name) => name === 'vneid' || name === 'serviceAccount');

/** Whether a report that may be the sum of the units below would give a hidden count of theirs away. */
export function tellsOfBelow(leaf: Leaf, measure: number): boolean {
	if (isAlone[measure]) return differenceTells(leaf, measure);
	return measures.some((_, other) => !isAlone[other] && differenceTells(leaf, other));
}

/** It holds households that their total doesn't, no more than came from them, or few who are able. */
function differenceTells(leaf: Leaf, measure: number): boolean {
	const { below, current } = leaf;
	if (!below) return false;
	const counted = below.counted.base[measure] ?? 0;
	const able = (current.able[measure] ?? 0) - (below.counted.able[measure] ?? 0);
	const base = (current.base[measure] ?? 0) - counted;
	if (base <= 0 || able < 0 || able > base) return false;
	const isWaiting = (below.waiting & (1 << measure)) !== 0;
	const isSmallPart = isTooSmall(able, base, smallestRangeOf(leaf));
	return isSmallPart || (isWaiting && base <= (below.received[measure] ?? 0) - counted);
}

export interface Interval {
	low: number;
	high: number;
}

/** The range that the class of a hidden count tells, where the class is public. */
export function classRange(able: number, base: number, smallest: number): Interval | null {
	if (base < smallestBaseForClass) return null;
	const own = classOf(able / base);
	const range = { low: leastOfClass(own, base), high: leastOfClass(own + 1, base) - 1 };
	return range.high - range.low < smallest ? null : range;
}

/** The least count whose share is of a class, or of one above it. */
function leastOfClass(index: number, base: number): number {
	let [low, high] = [0, base + 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (classOf(middle / base) >= index) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** What "< 5" says of a count that could point at a family, or of the households that are left. */
export function wordRange(able: number, base: number): Interval | null {
	if (!isSensitive(able, base)) return null;
	const most = smallestPublicCount - 1;
	// Of few households every number could point at a family, or every one but 0 and all.
	if (base <= most) return { low: 0, high: base };
	if (base <= 2 * most + 1) return { low: 1, high: base - 1 };
	return isSmall(able, smallestPublicCount)
		? { low: 1, high: most }
		: { low: base - most, high: base - 1 };
}

/** How much of it is left to everybody. */
export function leastOfWord({ low, high }: Interval): number {
	return Math.min(high - low, smallestPublicCount - 2);
}

/** What a leaf's hidden counts are promised. */
type Promised = Pick<Publication, 'classed' | 'smallestRange'>;

/** How somebody reads "< 5", and how long a range has to be left to them. */
export interface Reading {
	rangeOf: (leaf: Promised, version: Version, measure: number) => Interval;
	least: (leaf: Promised, version: Version, measure: number) => number;
}

const ableOf = ({ able }: Version, measure: number) => able[measure] ?? 0;
const baseOf = ({ base }: Version, measure: number) => base[measure] ?? 0;

/** As what it is: a number that isn't shown. */
const asHidden: Reading = {
	rangeOf: (leaf, version, measure) => {
		const [able, base] = [ableOf(version, measure), baseOf(version, measure)];
		return (
			(leaf.classed ? classRange(able, base, smallestRangeOf(leaf)) : null) ?? {
				low: 0,
				high: base,
			}
		);
	},
	least: (leaf, version, measure) => Math.min(smallestRangeOf(leaf), baseOf(version, measure)),
};

/** At its word, by somebody who even knows which numbers only protect others. */
const atItsWord: Reading = {
	rangeOf: (leaf, version, measure) =>
		wordRange(ableOf(version, measure), baseOf(version, measure)) ??
		asHidden.rangeOf(leaf, version, measure),
	least: (_, version, measure) => {
		const range = wordRange(ableOf(version, measure), baseOf(version, measure));
		return range ? leastOfWord(range) : 0;
	},
};

/** Remembers the ranges of a version's counts, which are asked for many times over. */
function remembering({ rangeOf, least }: Reading): Reading {
	const rangesOf = new WeakMap<readonly number[], Interval[]>();
	return {
		least,
		rangeOf(leaf, version, measure) {
			const ranges =
				rangesOf.get(version.able) ?? measures.map((_, each) => rangeOf(leaf, version, each));
			rangesOf.set(version.able, ranges);
			return ranges[measure] ?? rangeOf(leaf, version, measure);
		},
	};
}

export const readings = [asHidden, atItsWord].map(remembering);

/** What of a version the public totals hold. */
export function counted({ able, base, cells }: Version): Counts {
	const isCounted = (measure: number) => cells[measure] !== 'waiting';
	return {
		able: measures.map((_, measure) => (isCounted(measure) ? (able[measure] ?? 0) : 0)),
		base: measures.map((_, measure) => (isCounted(measure) ? (base[measure] ?? 0) : 0)),
	};
}
