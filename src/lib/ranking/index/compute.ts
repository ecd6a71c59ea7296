import {
	countsOn,
	type Board,
	type IndexInput,
	type IndexResult,
	type PlacedUnit,
} from '../../contracts/awards/composite-index';
import { drawPlaces, type DrawnPlaces, type DrawPart } from './draws';
import { bandsOf, placeSets, placeSpreads } from './place-sets';
import { score } from './score';
import { correlate, weigh } from './weigh';

/**
 * The whole index of one board, from values to bands: what a freeze keeps and everybody recomputes.
 * The same input gives the same result to the last digit, on every machine, in whatever order the units come.
 * @param ready the draws, where they were made apart (`drawPart`).
 * @throws FailedDrawError
 */
export function compute(
	{ method, draws: settings, units }: IndexInput,
	ready?: DrawnPlaces,
): IndexResult {
	const { scored, apart } = score(method, units);
	const weights = weigh(method, scored);
	const correlations = correlate(method, scored);
	if (scored.length === 0) return { placed: [], apart, weights, correlations };

	const drawn = ready ?? drawPlaces(method, scored, settings);
	const spreads = (counts: Uint16Array) => placeSpreads(counts, scored.length, settings);
	const [ofMethod, ofBoth] = [spreads(drawn.method), spreads(drawn.both)];
	const ofSampling = drawn.sampling && spreads(drawn.sampling);
	const sets = placeSets(
		{ counts: drawn.both, places: drawn.places },
		scored.map(({ place }, index) => ({
			low: Math.min(place, ofBoth[index]?.low ?? place),
			high: Math.max(place, ofBoth[index]?.high ?? place),
		})),
		settings,
	);
	const nothing = { low: 1, high: scored.length, top: 0 };
	const bands = bandsOf(scored.map(({ place }, index) => ({ place, set: sets[index] ?? nothing })));
	const placed = scored.map((unit, index): PlacedUnit => ({
		unitId: unit.unitId,
		points: method.criteria.map(({ criterion }, at) => ({
			criterion,
			points: unit.points[at] ?? null,
		})),
		completeness: unit.completeness,
		score: unit.score,
		place: unit.place,
		shared: unit.shared,
		check: { score: unit.check, place: unit.checkPlace },
		method: ofMethod[index] ?? nothing,
		sampling: ofSampling?.[index] ?? null,
		both: ofBoth[index] ?? nothing,
		set: sets[index] ?? { low: 1, high: scored.length },
		band: bands[index] ?? 1,
	}));
	placed.sort((one, other) => one.place - other.place || one.unitId - other.unitId);
	return { placed, apart, weights, correlations };
}

/** Part of the draws of what `compute` computes. @throws FailedDrawError */
export const drawPart = ({ method, draws, units }: IndexInput, part: DrawPart): DrawnPlaces =>
	drawPlaces(method, score(method, units).scored, draws, part);

/** The part of an input that a board computes; null where its version counts nothing on that board. */
export function onBoard(input: IndexInput, board: Board): IndexInput | null {
	const criteria = input.method.criteria.filter(({ criterion }) => countsOn(board, criterion));
	return criteria.length === 0 ? null : { ...input, method: { ...input.method, criteria } };
}
