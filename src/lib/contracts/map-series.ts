import type { MapMeasure } from './coverage';

/** What a map showed month by month, as the public sees it today: small enough to be read at once. */
export interface MapSeries {
	measure: MapMeasure;
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
	/** A letter for each of `ids`: the place of its state among `mapStates`, or `-` before and after its time. */
	states: string;
	/** Shares of `ids` in thousandths, as they are written; null where there is none. */
	shares: (number | null)[];
	/** That of all together. */
	whole: number | null;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
export const letterOf = (place: number): string => letters[place] ?? '-';
/** -1 for `-`. */
export const placeOf = (letter: string): number => letters.indexOf(letter);
