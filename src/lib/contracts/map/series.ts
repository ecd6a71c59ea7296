import type { MapMeasure } from '../coverage';
import type { Classing, Colouring } from './colouring';
import { everyState, type MapState } from './states';

/** What a map showed month by month, as the public sees it today: small enough to be read at once. */
export interface MapSeries {
	measure: MapMeasure;
	colouring: Colouring;
	classing: Classing;
	/** Every area that was there in one of the months, and what it was called. */
	ids: number[];
	names: string[];
	/** Oldest first. */
	months: SeriesMonth[];
}

export interface SeriesMonth {
	/** `2026-10`. */
	code: string;
	/** Hash of the boundaries that held. */
	layer: string;
	/** A letter for each of `ids`: that of its state, or `-` before and after its time. */
	states: string;
	/** Shares of `ids` in thousandths, as they are written; null where there is none. */
	shares: (number | null)[];
	/** That of all together. */
	whole: number | null;
	/** What `ids` are coloured by: thousandths, or a count of households; null where that is the share. */
	values: (number | null)[] | null;
	/** Null where these are known to every map. */
	classes: SeriesClasses | null;
}

/** The classes of one month's map. */
export interface SeriesClasses {
	palette: 'coverage' | 'diverging';
	/** Letters of what the entries of the legend begin with, from low to high. */
	columns: string;
	/** Between the entries, and at both ends where these end somewhere. */
	bounds: number[];
}

/** In the order of states, so that these keep their letters when others are added. */
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** `-` for none. */
export const letterOf = (state: MapState | undefined): string =>
	(state && letters[everyState.indexOf(state)]) ?? '-';
/** Undefined for `-`. */
export const stateOfLetter = (letter: string): MapState | undefined =>
	everyState[letters.indexOf(letter)];
