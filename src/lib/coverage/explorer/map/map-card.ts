import type { Colouring } from '../../../contracts/map/colouring';
import type { MapState } from '../../../contracts/map/states';
import type { Language } from '../../../messages/context';
import { mapStateOf } from '../../map-state';
import type { Coloured } from '../colouring/colouring';
import { colouredPhrase } from '../colouring/colouring-text';
import { comparedPhrase, type ComparedSide } from '../compare/side';
import type { ProvinceRow } from '../provinces';
import type { UnitRow } from '../rows';
import {
	frameCard,
	growthText,
	provinceCard,
	unitCard,
	type CardText,
	type PlayedMonth,
	type Whole,
} from './unit-text';

/** All that a map may show of a place at the moment. */
export interface CardSources {
	rowOf: ReadonlyMap<number, UnitRow>;
	provinceOf: ReadonlyMap<number, ProvinceRow>;
	colouring: Colouring;
	coloured: ReadonlyMap<number, Coloured>;
	whole: Whole;
	/** How many communes have a rank; null for visitors, who see none. */
	ranked: number | null;
	/** The month that is drawn instead of that of the page. */
	played: PlayedMap | null;
	/** What lies to the left of the map. */
	compared: ComparedSide | null;
	nameOf: (state: MapState) => string;
}

interface PlayedMap extends PlayedMonth {
	states: ReadonlyMap<number, MapState>;
	/** What is coloured, where that isn't the share. */
	values: ReadonlyMap<number, number>;
}

/** Null where there is nothing to say. */
export function mapCard(
	id: number,
	sources: CardSources,
	language: Pick<Language, 't' | 'format'>,
): CardText | null {
	const { colouring, whole, played, compared, nameOf } = sources;
	const province = sources.provinceOf.get(id);
	if (province) return provinceCard(province, whole, language);
	if (played) return playedCard(played, id, sources, language);
	const row = sources.rowOf.get(id);
	const colour = sources.coloured.get(id);
	if (!row || !colour) return null;
	const state = nameOf(mapStateOf(row.reading, row.timeliness));
	const phrase = compared
		? comparedPhrase(compared, id, language, nameOf)
		: colouredPhrase(colour, colouring, language);
	return { ...unitCard(row, state, whole, sources.ranked, language), coloured: phrase };
}

function playedCard(
	played: PlayedMap,
	id: number,
	{ colouring, nameOf }: Pick<CardSources, 'colouring' | 'nameOf'>,
	language: Pick<Language, 't' | 'format'>,
): CardText | null {
	const state = played.states.get(id) ?? 'notRequired';
	const value = played.values.get(id) ?? null;
	const card = frameCard(played, id, nameOf(state), language);
	if (!card || colouring === 'level') return card;
	if (colouring === 'growth1')
		return { ...card, growth: value === null ? null : growthText(value, language) };
	const coloured = colouredPhrase({ state, value }, colouring, language);
	// What is known without a share is all that there is to say.
	return card.isFigure || coloured === null ? { ...card, coloured } : { ...card, value: coloured };
}
