import { mapMeasures, type Basis, type MapMeasure } from '../../contracts/coverage';

/** What the address asks for; anything else in it means the default. */
export interface Selection {
	measure: MapMeasure;
	basis: Basis;
	/** Null: the newest month that is due. */
	month: string | null;
}

export const parameters = { month: 'thang', measure: 'ky-nang', basis: 'so-lieu' } as const;

export function readSelection(query: URLSearchParams, internal: boolean): Selection {
	const measure = mapMeasures.find((one) => one === query.get(parameters.measure));
	const provisional = internal && query.get(parameters.basis) === 'provisional';
	return {
		measure: measure ?? 'allFive',
		basis: provisional ? 'provisional' : 'approved',
		month: query.get(parameters.month),
	};
}

/** The query of a link that changes a part of the selection; defaults are left out. */
export function queryOf({ measure, basis, month }: Selection): string {
	const query = new URLSearchParams();
	if (month !== null) query.set(parameters.month, month);
	if (measure !== 'allFive') query.set(parameters.measure, measure);
	if (basis !== 'approved') query.set(parameters.basis, basis);
	return `?${query}`;
}
