import { measures } from '../contracts/coverage';

/** Counts below this that could point at a household aren't public. */
export const smallestPublicCount = 5;

export interface Disclosable {
	unitId: number;
	able: readonly number[];
	base: readonly number[];
}

/**
 * Which measures of which siblings the public must not see, as a bit set by unit id (bit k for
 * `measures[k]`). Siblings are all units whose counts add up to one published total.
 * - Primary: 1–4 households are able, or all but 1–4 are. 0 and "all" point at nobody in particular.
 * - Secondary: where exactly one sibling is hidden, subtracting the others from the total would
 *   reveal it, so the sibling with the fewest households is hidden with it.
 */
export function hiddenMeasures(siblings: readonly Disclosable[]): Map<number, number> {
	const hidden = new Map<number, number>(siblings.map(({ unitId }) => [unitId, 0]));
	measures.forEach((_, measure) => {
		const known = siblings.filter(({ base }) => (base[measure] ?? 0) > 0);
		const primary = known.filter((unit) => isSmall(unit, measure));
		const only = primary.length === 1 ? primary[0] : undefined;
		const companion =
			only &&
			smallest(
				known.filter((unit) => unit !== only),
				measure,
			);
		for (const { unitId } of companion ? [...primary, companion] : primary)
			hidden.set(unitId, (hidden.get(unitId) ?? 0) | (1 << measure));
	});
	return hidden;
}

function isSmall(unit: Disclosable, measure: number): boolean {
	const able = unit.able[measure] ?? 0;
	const others = (unit.base[measure] ?? 0) - able;
	const small = (count: number) => count > 0 && count < smallestPublicCount;
	return small(able) || small(others);
}

function smallest(units: readonly Disclosable[], measure: number): Disclosable | undefined {
	return units.reduce<Disclosable | undefined>(
		(least, unit) =>
			least && (least.base[measure] ?? 0) <= (unit.base[measure] ?? 0) ? least : unit,
		undefined,
	);
}
