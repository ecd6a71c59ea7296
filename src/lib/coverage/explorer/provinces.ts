import { readMeasure, type Basis, type Measure, type Reading } from '../../contracts/coverage';
import { provinceIdOf, type SnapshotUnit } from '../../contracts/events';
import { compareNames } from '../../contracts/text/name-order';
import { growthOf, type LiveCommunes } from './live-communes';
import type { Timeliness } from '../../contracts/reports';
import type { UnitRow } from './rows';

/** One province of a country as its map, card and table show it, for one measure. */
export interface ProvinceRow {
	unit: SnapshotUnit;
	reading: Reading;
	/** Difference of shares to the month before, over the communes with a figure in both. */
	growth: number | null;
	/** Communes that have to report, and how many of them have. */
	required: number;
	received: number;
	timeliness: Timeliness;
}

/** Which province each commune lies in. */
export const provincesOf = (units: readonly SnapshotUnit[]): ReadonlyMap<number, number> =>
	new Map(units.map((unit) => [unit.id, provinceIdOf(unit) ?? unit.id]));

/** By name. @param rows those of all communes of the country. */
export function provinceRowsOf(
	live: LiveCommunes & { readonly provinces: readonly SnapshotUnit[] },
	rows: readonly UnitRow[],
	selection: { measure: Measure; basis: Basis },
): ProvinceRow[] {
	const figures = live.allFigures(selection.basis);
	const rowsIn = new Map<number | null, UnitRow[]>();
	for (const row of rows) {
		const provinceId = provinceIdOf(row.unit);
		rowsIn.set(provinceId, rowsIn.get(provinceId) ?? []);
		rowsIn.get(provinceId)?.push(row);
	}
	return live.provinces
		.map((unit): ProvinceRow => {
			const within = rowsIn.get(unit.id) ?? [];
			const required = within.filter(({ timeliness }) => timeliness !== 'notRequired');
			const units = within.map((row) => row.unit);
			return {
				unit,
				reading: readMeasure(figures.get(unit.id), selection.measure, unit.register),
				growth: growthOf(live, selection, units),
				required: required.length,
				received: required.filter(({ receivedAt }) => receivedAt !== null).length,
				timeliness: together(required),
			};
		})
		.sort((one, other) => compareNames(one.unit.name, other.unit.name));
}

/** Where a province stands by the communes that have to report: in time as soon as some of them are. */
function together(required: readonly UnitRow[]): Timeliness {
	const order = ['onTime', 'late', 'pending', 'missing'] as const;
	const found = order.find((each) => required.some(({ timeliness }) => timeliness === each));
	return found ?? 'notRequired';
}
