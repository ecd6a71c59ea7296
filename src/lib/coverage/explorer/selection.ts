import { mapMeasures, type Basis, type MapMeasure } from '../../contracts/coverage';
import { readAgainst, writeAgainst, type Against } from './compare/against';
import { colourings, type Colouring } from './colouring';

/** What the address asks for; anything else in it means the default. */
export interface Selection {
	measure: MapMeasure;
	basis: Basis;
	/** Null: the newest month that is due. */
	month: string | null;
	colouring: Colouring;
	shape: Shape;
	/** Null: the map stands for itself. */
	against: Against | null;
}

/** What stands for a commune: its area, or a circle as large as its households. */
export const shapes = ['areas', 'households'] as const;
export type Shape = (typeof shapes)[number];

export const parameters = {
	month: 'thang',
	measure: 'ky-nang',
	basis: 'so-lieu',
	colouring: 'to-mau',
	shape: 'hinh',
	against: 'so-voi',
	/** What was picked out in the legend, which isn't part of the selection. */
	picked: 'loc',
} as const;

/** What a colouring is called in an address. */
export const colouringNames: Record<Colouring, string> = {
	level: 'muc-do',
	growth1: 'tang-1-thang',
	growth3: 'tang-3-thang',
	growth12: 'tang-12-thang',
	distance: 'so-voi-chi-tieu',
	punctuality: 'dung-han',
};

/** What the circles are called in an address. */
export const householdsName = 'so-ho';

/** There are targets for all five skills together alone. */
export const colouringsOf = (measure: MapMeasure): readonly Colouring[] =>
	colourings.filter((each) => each !== 'distance' || measure === 'allFive');

export function readSelection(query: URLSearchParams, internal: boolean): Selection {
	const measure = mapMeasures.find((one) => one === query.get(parameters.measure)) ?? 'allFive';
	const provisional = internal && query.get(parameters.basis) === 'provisional';
	const asked = query.get(parameters.colouring);
	return {
		measure,
		basis: provisional ? 'provisional' : 'approved',
		month: query.get(parameters.month),
		colouring: colouringsOf(measure).find((each) => colouringNames[each] === asked) ?? 'level',
		shape: query.get(parameters.shape) === householdsName ? 'households' : 'areas',
		against: readAgainst(query.get(parameters.against)),
	};
}

/** The query of a link that changes a part of the selection; defaults are left out. */
export function queryOf({ measure, basis, month, colouring, shape, against }: Selection): string {
	const query = new URLSearchParams();
	if (month !== null) query.set(parameters.month, month);
	if (measure !== 'allFive') query.set(parameters.measure, measure);
	if (basis !== 'approved') query.set(parameters.basis, basis);
	if (colouring !== 'level' && colouringsOf(measure).includes(colouring))
		query.set(parameters.colouring, colouringNames[colouring]);
	if (shape !== 'areas') query.set(parameters.shape, householdsName);
	if (against) query.set(parameters.against, writeAgainst(against));
	return `?${query}`;
}
