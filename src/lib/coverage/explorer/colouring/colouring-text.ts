import type { MapMeasure } from '../../../contracts/coverage';
import { valueKinds, type Colouring } from '../../../contracts/map/colouring';
import { cellStates, type MapState } from '../../../contracts/map/states';
import { cellBounds } from '../../../contracts/map/policy-classes';
import type { Language } from '../../../messages/context';
import { growthCellBounds, growthSeen, type Scheme, type ShownClasses } from './classes';
import { growthMonths, type Coloured } from './colouring';

type Words = Pick<Language, 't' | 'format'>;

/** How a legend names the classes of what a map is coloured by. */
export interface ClassWords {
	palette: 'coverage' | 'diverging';
	columns: readonly MapState[];
	names: string[];
	/** Between the classes and at both ends. */
	bounds: string[];
	/** Of coverage and its growth at once. */
	axes?: Record<'across' | 'up', { title: string; classes: string[] }>;
}

/** Null for coverage in the classes of policy, which every map knows. */
export function classWordsOf(
	scheme: Scheme,
	classes: ShownClasses | null,
	language: Words,
): ClassWords | null {
	if (scheme.classing === 'bivariate') return cellWords(scheme.colouring, language);
	if (!classes) return null;
	const { colouring, classing } = scheme;
	const { palette, columns, bounds } = classes;
	const { t, format } = language;
	const kind = valueKinds[colouring];
	const write = {
		share: classing === 'fixed' ? format.wholeShare : format.share,
		points: format.points,
		households: format.number,
	}[kind];
	const { first, between, top } = {
		share: t.map.classes,
		points: t.map.pointClasses,
		households: t.map.householdClasses,
	}[kind];
	if (classing === 'continuous')
		return {
			...{ palette, columns },
			names: columns.map((_, index) =>
				between(write(bounds[index] ?? 0), write(bounds[index + 1] ?? 0)),
			),
			bounds: bounds.map((bound, index) => (index % 3 === 0 ? write(bound) : '')),
		};
	const names = columns.map((_, index) => {
		const [from, to] = [bounds[index - 1], bounds[index]];
		if (to !== undefined)
			return from === undefined ? first(write(to)) : between(write(from), write(to));
		if (from === undefined) return t.map.classing.same;
		return (classing === 'fixed' ? topName(colouring, language) : null) ?? top(write(from));
	});
	return { palette, columns, names, bounds: ['', ...bounds.map(write), ''] };
}

function topName(colouring: Colouring, { t }: Words): string | null {
	if (colouring === 'distance') return t.map.colouring.reached;
	return colouring === 'punctuality' ? t.map.colouring.allInTime : null;
}

function cellWords(colouring: Colouring, { t, format }: Words): ClassWords {
	const seen = growthSeen(colouring);
	const across = classesBy(t.map.classing.axis, cellBounds.map(format.wholeShare));
	const up = classesBy(t.map.classing.axis, growthCellBounds(colouring).map(format.points));
	return {
		palette: 'coverage',
		columns: cellStates,
		names: up.flatMap((grown) => across.map((share) => t.map.classing.cell(share, grown))),
		bounds: [],
		axes: {
			across: { title: t.map.colouring.options.level, classes: across },
			up: { title: t.map.classing.growth(t.map.colouring.options[seen]), classes: up },
		},
	};
}

/** The names of three classes, by their two bounds. */
const classesBy = (
	{ first, between, top }: Words['t']['map']['classes'],
	[low = '', high = '']: readonly string[],
): string[] => [first(low), between(low, high), top(high)];

/** What is to be known before colours are compared with those of another map; null where nothing is. */
export const classingNote = ({ classing }: Scheme, { t }: Words): string | null =>
	classing === 'fixed' ? null : t.map.classing.notes[classing];

/** What a map shows, in its own name. */
export function shownOf(
	{ measure, colouring, classing }: Scheme & { measure: MapMeasure },
	{ t }: Words,
): string {
	const { options } = t.map.colouring;
	if (classing === 'bivariate')
		return `${t.common.measuresShort[measure]}, ${t.map.classing.both(options[growthSeen(colouring)].toLowerCase())}`;
	const shown =
		colouring === 'level'
			? t.common.measures[measure]
			: `${t.common.measuresShort[measure]}, ${options[colouring].toLowerCase()}`;
	return classing === 'fixed' ? shown : `${shown}, ${t.map.classing.shown[classing]}`;
}

/** What the legend counts. */
export function legendTitleOf(
	{ colouring, classing }: Scheme,
	measure: MapMeasure,
	{ t }: Words,
): string {
	if (classing === 'bivariate') return t.map.classing.legend(t.map.abilities[measure]);
	if (colouring === 'level') return t.map.legendTitle(t.map.abilities[measure]);
	if (colouring === 'punctuality') return t.map.colouring.legendPunctuality;
	if (colouring === 'checked') return t.map.colouring.legendChecked;
	return t.map.colouring.legend(t.map.colouring.columns[colouring], t.common.measures[measure]);
}

/** A value in its column of the table. */
export function colouredText(
	value: Coloured['value'],
	colouring: Colouring,
	{ format }: Words,
): string {
	if (value === null) return '–';
	const write = { share: format.percentage, points: format.points, households: format.number };
	return write[valueKinds[colouring]](value);
}

/** The same as a phrase of a card; null where there is nothing to say beside the rest. */
export function colouredPhrase(
	coloured: Coloured,
	colouring: Colouring,
	language: Words,
): string | null {
	const { t, format } = language;
	const { value } = coloured;
	if (colouring === 'level' || colouring === 'growth1') return null;
	const words = t.map.colouring;
	if (value === null) return coloured.state === 'incomparable' ? t.map.states.incomparable : null;
	if (colouring === 'punctuality') return words.inTime(format.share(value));
	if (colouring === 'checked')
		return value === 0 ? words.unchecked : words.checked(format.number(value));
	const points = format.distance(value);
	if (colouring === 'distance')
		return value < 0 && points !== format.distance(0) ? words.short(points) : words.beyond(points);
	return words.grown(format.points(value), String(growthMonths[colouring]));
}
