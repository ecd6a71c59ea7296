import type {
	IndexMethod,
	IndexUnit,
	Sample,
	SessionSample,
	UnitApart,
} from '../../contracts/awards/composite-index';
import { exponential, naturalLog, rounded } from './arithmetic';
import { toPoints } from './normalise';
import { placesOf } from './places';

/** A unit with its points and its score, but not yet with what its place is worth. */
export interface ScoredUnit {
	unitId: number;
	/** In the order of the method; null where the value isn't known. */
	values: readonly (number | null)[];
	points: readonly (number | null)[];
	completeness: number;
	score: number;
	check: number;
	place: number;
	checkPlace: number;
	shared: boolean;
	sample: Sample | null;
	sessions: SessionSample | null;
}

export interface Scores {
	/** From the first place on; in an order that neither that of the input nor a name decides. */
	scored: ScoredUnit[];
	apart: UnitApart[];
}

/**
 * Steps 3 and 6 of the OECD/JRC Handbook, missing data and aggregation: the weighted geometric mean of
 * the points, with which a weakness can't wholly be made up for elsewhere, and beside it the arithmetic
 * mean as a check. Nothing is imputed: a missing criterion is left out of a unit's mean, and a unit
 * with too little of the weight known, or without what the season requires, stands apart.
 */
export function score(method: IndexMethod, units: readonly IndexUnit[]): Scores {
	const apart: UnitApart[] = [];
	const scored: Omit<ScoredUnit, 'place' | 'checkPlace' | 'shared'>[] = [];
	for (const unit of units) {
		const valueOf = new Map(unit.values.map(({ criterion, value }) => [criterion, value]));
		const values = method.criteria.map(({ criterion }) => valueOf.get(criterion) ?? null);
		const missing = method.criteria.filter((_, index) => values[index] === null);
		const total = sum(method.criteria.map(({ weight }) => weight));
		const known = total - sum(missing.map(({ weight }) => weight));
		const completeness = rounded(known / total);
		const required = missing.some((setting) => setting.missing === 'apart');
		if (required || completeness < rounded(method.completeness) || known <= 0) {
			apart.push({
				unitId: unit.unitId,
				reason: required ? 'required' : 'incomplete',
				completeness,
				missing: missing.map(({ criterion }) => criterion),
			});
			continue;
		}
		const points = method.criteria.map((setting, index) => {
			const value = values[index] ?? null;
			return value === null ? null : toPoints(value, setting);
		});
		const weights = method.criteria.map(({ weight }) => weight);
		scored.push({
			...{ unitId: unit.unitId, values, points, completeness },
			...{ sample: unit.sample, sessions: unit.sessions ?? null },
			score: rounded(exponential(meanOf(points, weights, naturalLog))),
			check: rounded(meanOf(points, weights, (value) => value)),
		});
	}
	apart.sort((one, other) => one.unitId - other.unitId);
	return { scored: withPlaces(scored), apart };
}

/** The weighted mean of what is known, each taken by `scale`. */
function meanOf(
	points: readonly (number | null)[],
	weights: readonly number[],
	scale: (value: number) => number,
): number {
	let total = 0;
	let weighed = 0;
	points.forEach((value, index) => {
		const weight = weights[index] ?? 0;
		if (value === null) return;
		total += weight;
		weighed += weight * scale(value);
	});
	return weighed / total;
}

const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

function withPlaces(
	units: readonly Omit<ScoredUnit, 'place' | 'checkPlace' | 'shared'>[],
): ScoredUnit[] {
	const sorted = units.toSorted(
		(one, other) => other.score - one.score || byFigures(one, other) || one.unitId - other.unitId,
	);
	const places = placesOf(sorted.map((unit) => unit.score));
	const byCheck = sorted.toSorted((one, other) => other.check - one.check);
	const checkPlaces = placesOf(byCheck.map(({ check }) => check));
	const checkPlaceOf = new Map(byCheck.map(({ unitId }, index) => [unitId, checkPlaces[index]]));
	return sorted.map((unit, index) => {
		const place = places[index] ?? index + 1;
		return {
			...unit,
			place,
			checkPlace: checkPlaceOf.get(unit.unitId) ?? place,
			shared: place === places[index - 1] || place === places[index + 1],
		};
	});
}

type Figures = Pick<ScoredUnit, 'points' | 'sample' | 'sessions'>;

/** Units of equal scores by their figures: only such as are alike in everything are told apart by number. */
function byFigures(one: Figures, other: Figures): number {
	const figures = ({ points, sample, sessions }: Figures) => [
		...points.map((value) => value ?? 0),
		sample?.checked ?? 0,
		sample?.confirmed ?? 0,
		sessions?.checked ?? 0,
		sessions?.confirmed ?? 0,
		sessions?.logged ?? 0,
	];
	const others = figures(other);
	return (
		figures(one)
			.map((figure, index) => (others[index] ?? 0) - figure)
			.find((difference) => difference !== 0) ?? 0
	);
}
