import type { MapState } from '../../../contracts/map/states';
import type { Language } from '../../../messages/context';
import { mapStateOf } from '../../map-state';
import { shareOf, type UnitRow } from '../rows';

/** What the communes of a map show by another measure. */
export function statesAndShares(rows: readonly UnitRow[]) {
	return {
		areas: rows.map(({ unit }) => ({ id: unit.id, name: unit.name })),
		states: new Map(
			rows.map(({ unit, reading, timeliness }) => [unit.id, mapStateOf(reading, timeliness)]),
		),
		shares: new Map(
			rows.flatMap((row) => {
				const share = shareOf(row);
				return share === null ? [] : [[row.unit.id, share] as const];
			}),
		),
	};
}

/** What a commune has on the other side, as a phrase of its card. */
export function comparedPhrase(
	{ title, states, shares }: ComparedSide,
	id: number,
	{ t, format }: Pick<Language, 't' | 'format'>,
	nameOf: (state: MapState) => string,
): string {
	const [share, state] = [shares.get(id), states.get(id)];
	const value = share === undefined ? state && nameOf(state) : format.share(share);
	return t.map.compare.value(title, value ?? t.map.compare.absent);
}

export interface ComparedSide {
	title: string;
	states: ReadonlyMap<number, MapState>;
	shares: ReadonlyMap<number, number>;
}
