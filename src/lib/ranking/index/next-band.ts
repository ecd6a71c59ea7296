import type { CriterionCode } from '../../contracts/awards/criteria';
import type { IndexMethod, PlacedUnit } from '../../contracts/awards/composite-index';
import { exponential, naturalLog, rounded } from './arithmetic';

/** What one criterion alone would have to become for a unit to reach the band above. */
export interface BandStep {
	criterion: CriterionCode;
	/** In the criterion's own unit: what it is now and what it would have to be. */
	from: number;
	to: number;
	/** How many points that is. */
	points: number;
}

/** Values to points are a straight line between the goalposts; this is the way back. */
const toValue = (points: number, { worst, best }: { worst: number; best: number }): number =>
	rounded(worst + ((points - 1) / 99) * (best - worst));

/** The last unit of each band. @param placed all units, by place. */
export const lastOfBands = <Unit extends Pick<PlacedUnit, 'band'>>(
	placed: readonly Unit[],
): Map<number, Unit> => new Map(placed.map((unit) => [unit.band, unit]));

/**
 * Step 9 of the OECD/JRC Handbook, back to the details: which criterion would have to change, and by how much,
 * for the unit's score to be that of the last unit of the band above; the nearest first. Criteria that
 * can't do it alone are left out. Null for the first band.
 * @param above the last unit of the band above, as `lastOfBands` finds it.
 */
export function stepsToNextBand(
	{ criteria }: IndexMethod,
	above: Pick<PlacedUnit, 'score'> | undefined,
	unit: PlacedUnit,
): BandStep[] | null {
	if (!above) return null;
	const known = criteria.flatMap((setting) => {
		const points = unit.points.find(({ criterion }) => criterion === setting.criterion)?.points;
		return points === null || points === undefined ? [] : [{ setting, points }];
	});
	const total = known.reduce((sum, { setting }) => sum + setting.weight, 0);
	const missing = naturalLog(above.score) - naturalLog(unit.score);
	return known
		.flatMap(({ setting, points }): BandStep[] => {
			const power = naturalLog(points) + (missing * total) / setting.weight;
			const needed = power > 5 ? Infinity : exponential(power);
			if (needed > 100 + 1e-9) return [];
			const [from, to] = [toValue(points, setting), toValue(Math.min(100, needed), setting)];
			return [{ criterion: setting.criterion, from, to, points: rounded(needed - points) }];
		})
		.toSorted((one, other) => one.points - other.points);
}
