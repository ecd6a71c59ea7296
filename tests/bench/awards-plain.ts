import type { IndexInput } from '../../src/lib/contracts/awards/composite-index';
import { seeded } from '../../src/lib/contracts/numbers/seeded';
import { wilsonShare } from '../../src/lib/contracts/numbers/wilson';
import { naturalLog } from '../../src/lib/ranking/index/arithmetic';
import { toPoints } from '../../src/lib/ranking/index/normalise';
import { sampleDraws, sampledUnits } from '../../src/lib/ranking/index/sampled';
import { score } from '../../src/lib/ranking/index/score';
import {
	goalpostDraws,
	knownGroups,
	movedGoalposts,
	pointTables,
} from '../../src/lib/ranking/index/tables';

/**
 * The draws of an index as a plain loop over typed arrays: the same arithmetic on the same random numbers,
 * with the platform's own sorting. It counts the places of one unit after the other, as one would write it.
 */
export function drawPlainly({ method, draws: { seed, draws }, units: given }: IndexInput) {
	const { scored } = score(method, given);
	const units = scored.length;
	const [sampled] = sampledUnits(method, scored);
	if (!sampled) throw new Error('The benchmark draws samples.');
	const setting = method.criteria[sampled.criterion];
	if (!setting) throw new Error('The benchmark counts them.');
	const tables = pointTables(method, scored);
	const groups = knownGroups(scored);
	const random = seeded(seed);
	const fraction = () => random() / 4_294_967_296;
	const counts = [0, 1, 2].map(() => new Uint16Array(units * units));
	const weights = new Float64Array(method.criteria.length);
	const scores = [0, 1, 2].map(() => new Float64Array(units));
	const [ofMethod, ofBoth, ofSampling] = scores;
	if (!ofMethod || !ofBoth || !ofSampling) throw new Error('There are three.');
	const total = method.criteria.reduce((sum, { weight }) => sum + weight, 0);
	const others = scored.map(({ points }) =>
		method.criteria.reduce((sum, { weight }, criterion) => {
			const value = points[criterion] ?? null;
			return criterion === sampled.criterion || value === null
				? sum
				: sum + weight * naturalLog(value);
		}, 0),
	);
	for (let draw = 0; draw < draws; draw += 1) {
		const geometric = random() < 4_294_967_296 / 2;
		const table = geometric ? tables.logs : tables.points;
		let [goalposts, found] = [setting as { worst: number; best: number }, 0];
		ofMethod.fill(0);
		method.criteria.forEach((one, criterion) => {
			const weight = one.weight * (1 + 0.25 * (2 * fraction() - 1));
			const moved = Math.floor(fraction() * goalpostDraws);
			weights[criterion] = weight;
			const start = (criterion * goalpostDraws + moved) * units;
			if (criterion === sampled.criterion) {
				goalposts = movedGoalposts(one, moved);
				found = start;
			}
			for (let unit = 0; unit < units; unit += 1)
				ofMethod[unit] = (ofMethod[unit] ?? 0) + weight * (table[start + unit] ?? 0);
		});
		ofBoth.set(ofMethod);
		for (let index = 0; index < sampled.units.length; index += 1) {
			const unit = sampled.units[index] ?? 0;
			const deviation = sampled.deviations[random() % sampleDraws] ?? 0;
			const sample = scored[unit]?.sample;
			if (!sample) throw new Error('Each has a sample.');
			const share = wilsonShare(sample, deviation);
			const points = toPoints(share, goalposts);
			ofBoth[unit] =
				(ofBoth[unit] ?? 0) +
				(weights[sampled.criterion] ?? 0) *
					((geometric ? naturalLog(points) : points) - (table[found + unit] ?? 0));
			ofSampling[unit] =
				((others[unit] ?? 0) + setting.weight * naturalLog(toPoints(share, setting))) / total;
		}
		for (let unit = 0; unit < units; unit += 1) {
			const known = groups.known[groups.groupOf[unit] ?? 0] ?? [];
			let sum = 0;
			for (const criterion of known) sum += weights[criterion] ?? 0;
			ofMethod[unit] = (ofMethod[unit] ?? 0) / sum;
			ofBoth[unit] = (ofBoth[unit] ?? 0) / sum;
		}
		scores.forEach((drawn, kind) => {
			const sorted = drawn.toSorted();
			const count = counts[kind];
			if (!count) return;
			for (let unit = 0; unit < units; unit += 1) {
				const cell = unit * units + units - upTo(sorted, drawn[unit] ?? 0);
				count[cell] = (count[cell] ?? 0) + 1;
			}
		});
	}
	return counts;
}

/** How many of the sorted values are at most as great. */
function upTo(sorted: Float64Array, value: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) <= value) low = middle + 1;
		else high = middle;
	}
	return low;
}
