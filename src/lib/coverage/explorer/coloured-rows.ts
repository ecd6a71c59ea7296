import type { Basis, UnitFigures } from '../../contracts/coverage';
import { colourOf, growthMonths, type Coloured, type ColouringData } from './colouring';
import type { LiveCommunes } from './live-communes';
import type { UnitRow } from './rows';
import type { Selection } from './selection';

/** What each commune is coloured by. */
export function colouredRows(
	live: LiveCommunes,
	rows: readonly UnitRow[],
	{ measure, basis, colouring }: Pick<Selection, 'measure' | 'basis' | 'colouring'>,
	{ earlier, targets, target }: ColouringData,
): ReadonlyMap<number, Coloured> {
	const sources = {
		measure,
		target,
		figures: live.allFigures(basis),
		earlier: growthMonths[colouring] === 1 ? live.allPreviousFigures(basis) : of(earlier, basis),
		targets: new Map(targets.map(({ unitId, value }) => [unitId, value])),
		statuses: live.statuses,
	};
	return new Map(rows.map((row) => [row.unit.id, colourOf(row, colouring, sources)]));
}

const of = (figures: readonly UnitFigures[], basis: Basis) =>
	new Map(figures.filter((each) => each.basis === basis).map((each) => [each.unitId, each]));
