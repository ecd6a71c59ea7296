import { measures, type Measure } from '../../contracts/coverage';
import { catalogue } from '../catalogue';
import type { Indicator } from '../indicator';

/** What a target can be set for: everything of which more, or less, is better. */
export const targetable: readonly Indicator[] = catalogue.filter(
	({ direction }) => direction !== 'neutral',
);

export const isShare = ({ ratio }: Indicator): boolean => ratio !== null;

/** The household measure that an indicator counts; null for what is reported as a value. */
export function householdMeasureOf({ group, code }: Indicator): Measure | null {
	if (group !== 'skillsCoverage') return null;
	const name = code.replace(/(Households|Share)$/, '');
	return measures.find((measure) => measure === name) ?? null;
}

/** Targets of several units as one: counts add up, shares weigh by households. Null without any. */
export function targetsTogether(
	indicator: Indicator,
	units: readonly { target: number | null; households: number | null }[],
): number | null {
	const set = units.flatMap(({ target, households }) =>
		target === null ? [] : [{ target, households }],
	);
	if (set.length === 0) return null;
	if (!isShare(indicator)) return set.reduce((sum, { target }) => sum + target, 0);
	const weighed = set.flatMap(({ target, households }) =>
		households === null ? [] : [{ target, households }],
	);
	const all = weighed.reduce((sum, { households }) => sum + households, 0);
	if (all === 0) return null;
	return weighed.reduce((sum, { target, households }) => sum + target * households, 0) / all;
}
