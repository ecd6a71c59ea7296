import type { Measure, UnitFigures, UnitStatus } from '../../../contracts/coverage';
import { isClassState, type MapState } from '../../../contracts/map/states';
import { addMonths } from '../../../contracts/local-time';
import type { Colouring } from '../../../contracts/map/colouring';
import { mapStateOf } from '../../map-state';
import { isUncertain } from '../../uncertain';
import { growthOfUnit, type UnitRow } from '../rows';

/** Over how many months something grew. */
export const growthMonths: Partial<Record<Colouring, number>> = {
	growth1: 1,
	growth3: 3,
	growth12: 12,
};

/** What grew or shrank is coloured from a middle; everything else along one ramp. */
export const paletteOf = (colouring: Colouring): 'coverage' | 'diverging' =>
	growthMonths[colouring] === undefined ? 'coverage' : 'diverging';

/** The month that another one is compared with; null where nothing is. */
export function comparedMonth(colouring: Colouring, code: string): string | null {
	const months = growthMonths[colouring];
	return months === undefined ? null : addMonths(code, -months);
}

/**
 * The policy classes of each: lower bounds of all but the first class. Growth has as many classes over a longer time, which are as much wider.
 */
export const colouringBounds: Record<Exclude<Colouring, 'level'>, readonly number[]> = {
	growth1: [-0.02, -0.005, 0.005, 0.02, 0.05],
	growth3: [-0.04, -0.01, 0.01, 0.04, 0.1],
	growth12: [-0.1, -0.02, 0.02, 0.1, 0.25],
	distance: [-0.3, -0.2, -0.1, -0.05, 0],
	punctuality: [0.25, 0.5, 0.75, 0.9, 1],
	checked: [1, 5, 10, 20, 40],
};

/** What the map needs beside the figures of its month, for what it is coloured by. */
export interface ColouringData {
	/** Of the month compared with, where that isn't the one before. */
	earlier: UnitFigures[];
	/** Shares (0–1) that communes are to reach this year. */
	targets: { unitId: number; value: number }[];
	/** Of the whole; for communes without one of their own. */
	target: number | null;
	/** Where households were visited at random within a year until the month's end, and how many. */
	checked: { unitId: number; households: number }[];
}

export interface Coloured {
	state: MapState;
	/** As `valueKinds` says; null where there is none. */
	value: number | null;
}

export interface ColouringSources {
	measure: Measure;
	figures: ReadonlyMap<number, UnitFigures>;
	earlier: ReadonlyMap<number, UnitFigures>;
	targets: ReadonlyMap<number, number>;
	target: number | null;
	checked: ReadonlyMap<number, number>;
	statuses: ReadonlyMap<number, UnitStatus>;
}

/** Communes whose share, or what is told from it, rests on few households. */
export const uncertainIn = (rows: readonly UnitRow[], colouring: Colouring): ReadonlySet<number> =>
	new Set(
		colouring === 'punctuality' || colouring === 'checked'
			? []
			: rows.filter(({ reading }) => isUncertain(reading)).map(({ unit }) => unit.id),
	);

/** What one commune has of what the map is coloured by; null where there is none. */
export function valueOf(
	row: UnitRow,
	colouring: Colouring,
	sources: ColouringSources,
): number | null {
	if (colouring === 'level') return row.reading.kind === 'share' ? row.reading.share : null;
	if (colouring === 'checked')
		return row.timeliness === 'notRequired' ? null : (sources.checked.get(row.unit.id) ?? 0);
	return colouring === 'punctuality' ? onTime(row, sources) : compared(row, colouring, sources);
}

function compared(row: UnitRow, colouring: Colouring, sources: ColouringSources): number | null {
	const { unit, reading } = row;
	const { figures, earlier, measure } = sources;
	if (colouring === 'growth1') return row.growth;
	if (colouring !== 'distance')
		return growthOfUnit(unit, reading, figures.get(unit.id), earlier.get(unit.id), measure);
	const target = sources.targets.get(unit.id) ?? sources.target;
	return target === null || reading.kind !== 'share' ? null : reading.share - target;
}

/** What part of its reports came in time; a commune's own report stands for all of its villages. */
function onTime({ unit, timeliness }: UnitRow, { statuses }: ColouringSources): number | null {
	const status = statuses.get(unit.id);
	if (!status || (timeliness !== 'onTime' && timeliness !== 'late')) return null;
	if (status.ownReport || timeliness === 'onTime') return timeliness === 'onTime' ? 1 : 0;
	return Math.min(1, status.reportsOnTime / unit.reportsRequired);
}

/** What a commune without a value looks like; null of one that is coloured by it. */
export function stateWithoutValue(
	{ reading, timeliness }: UnitRow,
	colouring: Colouring,
	value: number | null,
): MapState | null {
	if (colouring === 'level') {
		const state = mapStateOf(reading, timeliness);
		if (!isClassState(state)) return state;
		return value === null ? 'hidden' : null;
	}
	if (value !== null) return null;
	if (colouring === 'checked') return 'notRequired';
	if (colouring === 'punctuality') return mapStateOf({ kind: 'none' }, timeliness);
	if (reading.kind === 'share') return 'incomparable';
	return reading.kind === 'hidden' ? 'hidden' : mapStateOf(reading, timeliness);
}
