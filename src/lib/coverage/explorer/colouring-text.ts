import type { MapMeasure } from '../../contracts/coverage';
import type { Language } from '../../messages/context';
import {
	colouringBounds,
	growthMonths,
	paletteOf,
	type Coloured,
	type Colouring,
} from './colouring';

type Words = Pick<Language, 't' | 'format'>;

/** How a legend names the classes of what a map is coloured by. */
export interface ClassWords {
	palette: 'coverage' | 'diverging';
	names: string[];
	/** Between the classes and at both ends. */
	bounds: string[];
}

/** Null for coverage itself, whose classes every map knows. */
export function classWordsOf(colouring: Colouring, language: Words): ClassWords | null {
	if (colouring === 'level') return null;
	const { t, format } = language;
	const isShare = colouring === 'punctuality';
	const bounds = colouringBounds[colouring];
	const write = (bound: number) => (isShare ? format.wholeShare(bound) : format.points(bound));
	const names = [...bounds, null].map((to, index) => {
		const from = bounds[index - 1];
		if (to === null) return topName(colouring, write(bounds.at(-1) ?? 0), language);
		const { first, between } = isShare ? t.map.classes : t.map.pointClasses;
		return from === undefined ? first(write(to)) : between(write(from), write(to));
	});
	return {
		palette: paletteOf(colouring),
		names,
		bounds: ['', ...bounds.map(write), ''],
	};
}

function topName(colouring: Colouring, from: string, { t }: Words): string {
	if (colouring === 'distance') return t.map.colouring.reached;
	return colouring === 'punctuality' ? t.map.colouring.allInTime : t.map.pointClasses.top(from);
}

/** What a map shows, in its own name. */
export const shownOf = (
	{ measure, colouring }: { measure: MapMeasure; colouring: Colouring },
	{ t }: Words,
): string =>
	colouring === 'level'
		? t.common.measures[measure]
		: `${t.common.measuresShort[measure]}, ${t.map.colouring.options[colouring].toLowerCase()}`;

/** What the legend counts. */
export function legendTitleOf(colouring: Colouring, measure: MapMeasure, { t }: Words): string {
	if (colouring === 'level') return t.map.legendTitle(t.map.abilities[measure]);
	if (colouring === 'punctuality') return t.map.colouring.legendPunctuality;
	return t.map.colouring.legend(t.map.colouring.columns[colouring], t.common.measures[measure]);
}

/** A value in its column of the table. */
export function colouredText(
	value: Coloured['value'],
	colouring: Colouring,
	{ format }: Words,
): string {
	if (value === null) return '–';
	return colouring === 'punctuality' ? format.percentage(value) : format.points(value);
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
	const points = format.distance(value);
	if (colouring === 'distance')
		return value < 0 && points !== format.distance(0) ? words.short(points) : words.beyond(points);
	return words.grown(format.points(value), String(growthMonths[colouring]));
}
