import type { DrawSettings, IndexMethod } from '../../contracts/awards/composite-index';
import { weightMove } from '../../contracts/awards/method';
import { seededNumbers } from '../../contracts/numbers/seeded';
import { shareAt } from '../../contracts/numbers/wilson';
import { naturalLog } from './arithmetic';
import { toPoints, type Goalposts } from './normalise';
import { PlaceCounter } from './place-counter';
import { sampleDraws, sampledUnits, type SampledUnits } from './sampled';
import type { ScoredUnit } from './score';
import { goalpostDraws, knownGroups, movedGoalposts, pointTables, unmoved } from './tables';

/** All of what `seeded` gives. */
const numbers = 4_294_967_296;

/** How often each unit came to each place, as `PlaceCounter` counts it, by what was drawn. */
export interface DrawnPlaces {
	method: Uint16Array;
	/** Null where no sample says anything. */
	sampling: Uint16Array | null;
	both: Uint16Array;
	/** With both drawn, the places of draw d: from d × units on. */
	places: Uint16Array;
}

/** Some of the draws, counted from 0: from the first to the one before `until`. */
export interface DrawPart {
	from: number;
	until: number;
}

/**
 * Step 8 of the OECD/JRC Handbook, uncertainty. Each draw moves every weight and every goalpost by up to
 * what `award-method` says, and takes one of the two means: one draw holds for all units at once, as
 * another committee's method would. Apart from that the true share behind each sample is drawn, for
 * every unit and every kind of what was looked into by itself; then both at once.
 * @param scored in the order of `score`, on which no name or order of input has a say.
 * @param part which of the draws: none hangs on another, so that several workers can share them.
 * @throws FailedDrawError; no draw is ever left out.
 */
export function drawPlaces(
	method: IndexMethod,
	scored: readonly ScoredUnit[],
	{ seed, draws }: Pick<DrawSettings, 'seed' | 'draws'>,
	{ from, until }: DrawPart = { from: 0, until: draws },
): DrawnPlaces {
	const units = scored.length;
	const { next: random, fill } = seededNumbers(seed);
	const tables = pointTables(method, scored);
	const groups = knownGroups(scored);
	const samples = sampledUnits(method, scored).map((sampled) => ({
		...{ sampled, lots: new Uint32Array(sampled.units.length) },
		part: partOf(method, scored, sampled),
	}));
	const isSampled = samples.length > 0;
	const counters = {
		method: new PlaceCounter(units),
		sampling: new PlaceCounter(isSampled ? units : 0),
		both: new PlaceCounter(isSampled ? units : 0),
	};
	const places = new Uint16Array((until - from) * units);
	const weights = new Float64Array(method.criteria.length);
	const scales = new Float64Array(groups.known.length);
	const sums = new Float64Array(units);
	const withSample = new Float64Array(units);
	const asScored = scoresOf(method, scored);
	const onlySampled = new Float64Array(units);
	const moved = new Uint8Array(method.criteria.length);
	const starts = new Uint32Array(Math.ceil(method.criteria.length / 4) * 4);
	const weighted = new Float64Array(starts.length);

	// Every draw takes as many numbers, whatever they are: those of the draws before are passed over.
	const ofLots = samples.reduce((sum, { lots }) => sum + lots.length, 0);
	const before = new Uint32Array(1 + 2 * method.criteria.length + ofLots);
	for (let draw = 0; draw < from; draw += 1) fill(before);
	for (let draw = from; draw < until; draw += 1) {
		const geometric = random() < numbers / 2;
		const table = geometric ? tables.logs : tables.points;
		method.criteria.forEach((setting, criterion) => {
			const weight = setting.weight * (1 + weightMove * ((2 * random()) / numbers - 1));
			const goalposts = Math.floor((random() / numbers) * goalpostDraws);
			moved[criterion] = goalposts;
			weights[criterion] = weight;
			weighted[criterion] = weight;
			starts[criterion] = (criterion * goalpostDraws + goalposts) * units;
		});
		sumWeighted(sums, table, starts, weighted);
		groups.known.forEach((known, group) => {
			scales[group] = 1 / known.reduce((sum, criterion) => sum + (weights[criterion] ?? 0), 0);
		});
		if (isSampled) {
			withSample.set(sums);
			onlySampled.set(asScored);
			for (const { sampled, lots, part } of samples) {
				const { criterion } = sampled;
				const goalposts = moved[criterion] ?? unmoved;
				const found = (criterion * goalpostDraws + goalposts) * units;
				fill(lots);
				drawShares(
					{
						...{ sampled, lots, part, geometric, weight: weights[criterion] ?? 0 },
						goalposts: movedGoalposts(part.setting, goalposts),
						asFound: table.subarray(found, found + units),
					},
					{ sums: withSample, scores: onlySampled },
				);
			}
			scale(withSample, scales, groups.groupOf);
			counters.both.count(withSample, draw + 1);
			counters.sampling.count(onlySampled, draw + 1);
		}
		scale(sums, scales, groups.groupOf);
		counters.method.count(sums, draw + 1);
		places.set(isSampled ? counters.both.places : counters.method.places, (draw - from) * units);
	}
	return {
		method: counters.method.counts(),
		sampling: isSampled ? counters.sampling.counts() : null,
		both: isSampled ? counters.both.counts() : counters.method.counts(),
		places,
	};
}

/** All draws, of parts in their order. */
export function joinDraws([first, ...others]: readonly DrawnPlaces[]): DrawnPlaces {
	if (!first) throw new RangeError('Draws have a part.');
	if (others.length === 0) return first;
	const parts = [first, ...others];
	const sum = (one: Uint16Array, other: Uint16Array) =>
		one.map((count, cell) => count + (other[cell] ?? 0));
	const places = new Uint16Array(parts.reduce((length, part) => length + part.places.length, 0));
	let end = 0;
	for (const part of parts) {
		places.set(part.places, end);
		end += part.places.length;
	}
	return {
		method: parts.map(({ method }) => method).reduce(sum),
		sampling: parts
			.map(({ sampling }) => sampling)
			.reduce((one, other) => one && other && sum(one, other)),
		both: parts.map(({ both }) => both).reduce(sum),
		places,
	};
}

interface DrawnShares {
	sampled: SampledUnits;
	/** One number a unit, by which its share is drawn. */
	lots: Uint32Array;
	part: SampledPart;
	/** As the draw moves them, and whether it takes the geometric mean. */
	goalposts: Goalposts;
	geometric: boolean;
	weight: number;
	/** What is in the sums of the criterion as it was found. */
	asFound: Float64Array;
}

/** Puts drawn shares in the place of those that were found, with the method as it is drawn and as it is. */
function drawShares(
	{ sampled, part, lots, goalposts: { worst, best }, weight, geometric, asFound }: DrawnShares,
	{ sums, scores }: { sums: Float64Array; scores: Float64Array },
): void {
	const { parts, logs, setting } = part;
	const { units, found, spread, checked, whole, deviations } = sampled;
	// Computed anew each time: a table of all shares is too large for the caches, and slower.
	for (let index = 0; index < lots.length; index += 1) {
		const deviation = deviations[(lots[index] ?? 0) & (sampleDraws - 1)] ?? 0;
		const share = shareAt(found[index] ?? 0, spread[index] ?? 0, checked[index] ?? 1, deviation);
		const value = share * (whole[index] ?? 0);
		const unit = units[index] ?? 0;
		const asDrawn = naturalLog(toPoints(value, setting)) - (logs[index] ?? 0);
		scores[unit] = (scores[unit] ?? 0) + (parts[index] ?? 0) * asDrawn;
		const points = toPoints(value, { worst, best });
		const gain = (geometric ? naturalLog(points) : points) - (asFound[unit] ?? 0);
		sums[unit] = (sums[unit] ?? 0) + weight * gain;
	}
}

/**
 * For each unit the sum of weight × what stands in the table from each start on, in their order: four at
 * once, for fewer ways to memory and back. Starts beyond the last have no weight.
 */
function sumWeighted(
	sums: Float64Array,
	table: Float64Array,
	starts: Uint32Array,
	weights: Float64Array,
): void {
	sums.fill(0);
	for (let first = 0; first < starts.length; first += 4) {
		const [a = 0, b = 0, c = 0, d = 0] = starts.subarray(first, first + 4);
		const [ofA = 0, ofB = 0, ofC = 0, ofD = 0] = weights.subarray(first, first + 4);
		for (let unit = 0; unit < sums.length; unit += 1)
			sums[unit] =
				(sums[unit] ?? 0) +
				ofA * (table[a + unit] ?? 0) +
				ofB * (table[b + unit] ?? 0) +
				ofC * (table[c + unit] ?? 0) +
				ofD * (table[d + unit] ?? 0);
	}
}

function scale(sums: Float64Array, scales: Float64Array, groupOf: Uint16Array): void {
	for (let unit = 0; unit < sums.length; unit += 1)
		sums[unit] = (sums[unit] ?? 0) * (scales[groupOf[unit] ?? 0] ?? 0);
}

/** With the method as it is: logarithms of scores. */
const scoresOf = (method: IndexMethod, scored: readonly ScoredUnit[]): Float64Array =>
	Float64Array.from(scored, ({ points }) => {
		let [total, sum] = [0, 0];
		method.criteria.forEach(({ weight }, index) => {
			const value = points[index] ?? null;
			if (value === null) return;
			total += weight;
			sum += weight * naturalLog(value);
		});
		return sum / total;
	});

/** What a sampled criterion has of its units' scores, with the method as it is. */
interface SampledPart {
	/** Its part of the weights known of each unit, and the logarithm of its points as found. */
	parts: Float64Array;
	logs: Float64Array;
	setting: Goalposts;
}

function partOf(
	method: IndexMethod,
	scored: readonly ScoredUnit[],
	{ criterion, units }: SampledUnits,
): SampledPart {
	const setting = method.criteria[criterion];
	if (!setting) throw new RangeError('The criterion of the sample is one of the method.');
	return {
		parts: Float64Array.from(units, (unit) => {
			const known = method.criteria.filter(
				(_, index) => (scored[unit]?.points[index] ?? null) !== null,
			);
			return setting.weight / known.reduce((sum, { weight }) => sum + weight, 0);
		}),
		logs: Float64Array.from(units, (unit) => naturalLog(scored[unit]?.points[criterion] ?? 1)),
		setting,
	};
}
