import { mapMeasures, type Basis, type MapMeasure } from '../../contracts/coverage';
import { colourings, type Classing, type Colouring } from '../../contracts/map/colouring';
import { readAgainst, writeAgainst, type Against } from './compare/against';
import { classingsOf } from './colouring/classes';

/** What the address asks for; anything else in it means the default. */
export interface Selection {
	measure: MapMeasure;
	basis: Basis;
	/** Null: the newest month that is due. */
	month: string | null;
	colouring: Colouring;
	classing: Classing;
	shape: Shape;
	/** Null: the map stands for itself. */
	against: Against | null;
	/** Code of a former district that is picked out, or `allDistricts`; null: none are shown. */
	district: string | null;
}

/** What stands for a commune: its area, or a circle as large as its households. */
export const shapes = ['areas', 'households'] as const;
export type Shape = (typeof shapes)[number];

export const parameters = {
	month: 'thang',
	measure: 'ky-nang',
	basis: 'so-lieu',
	colouring: 'to-mau',
	classing: 'lop',
	shape: 'hinh',
	against: 'so-voi',
	district: 'huyen-cu',
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
	checked: 'kiem-tra-ngau-nhien',
};

/** What the classes for analysts are called in an address. */
export const classingNames: Record<Classing, string> = {
	fixed: 'co-dinh',
	quantiles: 'phan-vi',
	continuous: 'lien-tuc',
	bivariate: 'hai-chieu',
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
	const colouring = colouringsOf(measure).find((each) => colouringNames[each] === asked) ?? 'level';
	const classing = classingsOf(colouring).find(
		(each) => classingNames[each] === query.get(parameters.classing),
	);
	return {
		measure,
		basis: provisional ? 'provisional' : 'approved',
		month: query.get(parameters.month),
		colouring,
		classing: classing ?? 'fixed',
		shape: query.get(parameters.shape) === householdsName ? 'households' : 'areas',
		against: readAgainst(query.get(parameters.against)),
		district: /^[\w-]{1,20}$/.exec(query.get(parameters.district) ?? '')?.[0] ?? null,
	};
}

/** The query of a link that changes a part of the selection; defaults are left out. */
export function queryOf(selection: Selection): string {
	const { measure, basis, month, shape, against, classing, district } = selection;
	const colouring = colouringsOf(measure).find((each) => each === selection.colouring) ?? 'level';
	const query = new URLSearchParams();
	if (month !== null) query.set(parameters.month, month);
	if (measure !== 'allFive') query.set(parameters.measure, measure);
	if (basis !== 'approved') query.set(parameters.basis, basis);
	if (colouring !== 'level') query.set(parameters.colouring, colouringNames[colouring]);
	if (classing !== 'fixed' && classingsOf(colouring).includes(classing))
		query.set(parameters.classing, classingNames[classing]);
	if (shape !== 'areas') query.set(parameters.shape, householdsName);
	if (against) query.set(parameters.against, writeAgainst(against));
	if (district !== null) query.set(parameters.district, district);
	return `?${query}`;
}
