import type { Basis, UnitFigures } from '../../../contracts/coverage';
import { mapStateOf } from '../../map-state';
import {
	cellOf,
	continuousClasses,
	fixedClasses,
	growthSeen,
	quantileClasses,
	type Classes,
	type Scheme,
} from './classes';
import {
	growthMonths,
	stateWithoutValue,
	valueOf,
	type Coloured,
	type ColouringData,
	type ColouringSources,
} from './colouring';
import type { LiveCommunes } from '../live-communes';
import type { UnitRow } from '../rows';
import type { Selection } from '../selection';

/** What each commune is coloured by, and the classes that follow; null where these are known to every map. */
export interface ColouredRows {
	coloured: ReadonlyMap<number, Coloured>;
	classes: Classes | null;
}

export function colouredRows(
	live: LiveCommunes,
	rows: readonly UnitRow[],
	asked: Pick<Selection, 'measure' | 'basis' | 'colouring' | 'classing'>,
	{ earlier, targets, target, checked }: ColouringData,
): ColouredRows {
	const { measure, basis, colouring } = asked;
	return colourRows(rows, asked, {
		measure,
		target,
		figures: live.allFigures(basis),
		earlier: growthMonths[colouring] === 1 ? live.allPreviousFigures(basis) : of(earlier, basis),
		targets: new Map(targets.map(({ unitId, value }) => [unitId, value])),
		checked: new Map(checked.map(({ unitId, households }) => [unitId, households])),
		statuses: live.statuses,
	});
}

export function colourRows(
	rows: readonly UnitRow[],
	{ colouring, classing }: Scheme,
	sources: ColouringSources,
): ColouredRows {
	if (classing === 'bivariate') return inCells(rows, colouring, sources);
	const valued = rows.map((row) => ({ row, value: valueOf(row, colouring, sources) }));
	if (classing === 'fixed' && colouring === 'level') {
		const coloured = valued.map(({ row, value }): [number, Coloured] => [
			row.unit.id,
			{ state: mapStateOf(row.reading, row.timeliness), value },
		]);
		return { coloured: new Map(coloured), classes: null };
	}
	const without = valued.map(({ row, value }) => stateWithoutValue(row, colouring, value));
	const values = valued.flatMap(({ value }, index) =>
		value === null || without[index] ? [] : [value],
	);
	const classes =
		classing === 'continuous'
			? continuousClasses(colouring, values)
			: classing === 'quantiles' || colouring === 'level'
				? quantileClasses(colouring, values)
				: fixedClasses(colouring);
	const coloured = valued.map(({ row, value }, index): [number, Coloured] => [
		row.unit.id,
		{ state: without[index] ?? classes.stateOf(value ?? 0), value },
	]);
	return { coloured: new Map(coloured), classes };
}

/** By coverage and its growth at once; the value is what the map is coloured by otherwise. */
function inCells(
	rows: readonly UnitRow[],
	colouring: Scheme['colouring'],
	sources: ColouringSources,
): ColouredRows {
	const coloured = rows.map((row): [number, Coloured] => {
		const growth = valueOf(row, growthSeen(colouring), sources);
		const value = colouring === 'level' ? valueOf(row, colouring, sources) : growth;
		const state =
			growth === null || row.reading.kind !== 'share'
				? (stateWithoutValue(row, growthSeen(colouring), null) ?? 'incomparable')
				: cellOf(row.reading.share, growth, colouring);
		return [row.unit.id, { state, value }];
	});
	return { coloured: new Map(coloured), classes: null };
}

const of = (figures: readonly UnitFigures[], basis: Basis) =>
	new Map(figures.filter((each) => each.basis === basis).map((each) => [each.unitId, each]));
