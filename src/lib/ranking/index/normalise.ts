import type { CriterionSetting } from '../../contracts/awards/criteria';
import { rounded } from './arithmetic';

export type Goalposts = Pick<CriterionSetting, 'worst' | 'best'>;

/**
 * Step 5 of the OECD/JRC Handbook, normalisation: the distance between the goalposts as points from 1 to
 * 100. It begins at 1 and not at 0, so that the least in one criterion doesn't wipe out all others in
 * a geometric mean; beyond a goalpost nothing is won or lost. Goalposts are fixed values of policy: a
 * unit's points don't move when another unit changes.
 */
export function toPoints(value: number, { worst, best }: Goalposts): number {
	const distance = (value - worst) / (best - worst);
	return rounded(1 + 99 * Math.min(1, Math.max(0, distance)));
}
