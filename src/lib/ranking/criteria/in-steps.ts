import type { Sample } from '../../contracts/awards/composite-index';
import { smallestRanges } from '../../contracts/publication';

/** Parts of a whole that go into it without a rest. */
const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1];

/**
 * A share of households in steps of at least so many of them as a hidden count may be: the middle of its step.
 * Whoever finds a unit in a published freeze, its households known, learns no count more exactly than anybody
 * learns of one that is hidden (`coverage/disclosure`). All units are scored so, before the freeze as after it.
 */
export function inSteps(share: number, households: number): number {
	const step = steps.find((one) => one * households >= smallestRanges.least) ?? 1;
	const cell = Math.min(Math.floor(share / step + 1e-9), Math.round(1 / step) - 1);
	return Math.round((cell + 0.5) * step * 1e4) / 1e4;
}

/** From so many visited households on a finding goes in quarters, and from fewer in halves. */
const [visitedInHalves, visitedInQuarters] = [3, 7];

/**
 * What visits found, as a score and a published freeze have it. Whoever finds a unit in the file by figures that
 * are public under its name reads no finding of it that is for its committee alone, only that so many or one or
 * more others were as reported: of twenty visited households and more at least as many counts look alike as of
 * any that is hidden, of fewer at least two. Such a step is no wider than what chance leaves open in so small a
 * sample. It is taken by its upper end, so that nobody loses a place by having been visited. Null where fewer
 * were visited than make a step.
 */
export function sampleInSteps({ checked, confirmed }: Sample): Sample | null {
	if (checked < visitedInHalves) return null;
	const fine = steps.find((one) => one * checked >= smallestRanges.least) ?? 1;
	const step = Math.min(fine, checked < visitedInQuarters ? 0.5 : 0.25);
	const cell = Math.min(Math.floor(confirmed / checked / step + 1e-9), Math.round(1 / step) - 1);
	return { checked, confirmed: Math.round((cell + 1) * step * checked) };
}

/**
 * Activities per 100 households, in halves: the exact fraction would tell of how many households, and so of whom.
 */
export const perHundred = (activities: number, households: number): number =>
	Math.round((activities * 200) / households) / 2;
