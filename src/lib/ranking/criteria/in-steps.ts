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
