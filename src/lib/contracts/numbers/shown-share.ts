import { classBounds } from '../map/policy-classes';

/** Below this reported share (0–1) a unit has "not enough data" and is not ranked. A setting. */
export const defaultSufficientShare = 0.5;

/**
 * A share 0–1 as it is shown, rounded to one of `steps` parts: the one home of that rounding, so that
 * a number and its class agree everywhere. It never rounds up over a bound that means something, to
 * all, or down to none: 79.96 % is 79.9 %, in the class below 80.
 * @param decisive a bound of these steps that something was decided by, such as a vote's majority.
 */
export function shownShare(share: number, steps = 1_000, decisive = 1): number {
	const rounded = Math.round(share * steps) / steps;
	if (rounded === 0 && share > 0) return 1 / steps;
	const crosses = [...barriers, decisive].some((bound) => share < bound && rounded >= bound);
	return crosses ? Math.floor(share * steps) / steps : rounded;
}
const barriers = [...classBounds, defaultSufficientShare, 1];

/** A difference of shares as it is shown, to the tenth of a percentage point: as far up as down. */
export const shownPoints = (difference: number): number =>
	(Math.sign(difference) * Math.round(Math.abs(difference) * 1_000)) / 1_000;
