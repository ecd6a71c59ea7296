import { naturalLog } from './arithmetic';

/** What a unit can't influence, and is compared by. */
export interface PeerFacts {
	unitId: number;
	kind: string;
	/** Mountainous or an island; null for neither. */
	terrain: string | null;
	households: number | null;
	/** Households per square kilometre; null where the area isn't known. */
	density: number | null;
}

/** Another kind of place or terrain, or a size that isn't known, lies so many standard deviations away. */
const unlike = 1;

/**
 * Finds the peers of a unit: those most alike in what they can't influence, its households, their density,
 * its kind and its terrain. Nearest neighbours by standardised distance; sizes by their logarithm, since a place of twice
 * as many households is as different at 200 as at 2,000. Units of equal distance come by number.
 * @returns ids of at most `size` others; none for a unit that isn't among them.
 */
export function peerFinder(
	units: readonly PeerFacts[],
	size: number,
): (unitId: number) => number[] {
	const households = standardised(units.map((unit) => unit.households));
	const density = standardised(units.map((unit) => unit.density));
	const placeOf = new Map(units.map(({ unitId }, index) => [unitId, index]));
	return (unitId) => {
		const index = placeOf.get(unitId);
		if (index === undefined) return [];
		const own = units[index];
		return units
			.map((other, at) => ({
				unitId: other.unitId,
				distance:
					gap(households, index, at) +
					gap(density, index, at) +
					(other.kind === own?.kind ? 0 : unlike) +
					(other.terrain === own?.terrain ? 0 : unlike),
			}))
			.filter((other) => other.unitId !== unitId)
			.toSorted((one, other) => one.distance - other.distance || one.unitId - other.unitId)
			.slice(0, size)
			.map((other) => other.unitId);
	};
}

/** Squared, so that distances add up; what isn't known lies as far away as another kind. */
function gap(values: readonly (number | null)[], one: number, other: number): number {
	const [a, b] = [values[one] ?? null, values[other] ?? null];
	return a === null || b === null ? unlike : (a - b) * (a - b);
}

function standardised(sizes: readonly (number | null)[]): (number | null)[] {
	const logs = sizes.map((size) => (size === null || size <= 0 ? null : naturalLog(size)));
	const known = logs.filter((value) => value !== null);
	const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
	const square = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
	const deviation = Math.sqrt(square / Math.max(1, known.length));
	return logs.map((value) =>
		value === null || deviation === 0 ? null : (value - mean) / deviation,
	);
}
