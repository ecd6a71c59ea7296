import type { Measure, UnitFigures } from '../../contracts/coverage';
import { measures } from '../../contracts/coverage';
import type { CorrectionCause } from '../../contracts/publication';

/** What the public was shown of one unit in one period under one change number. */
export interface PublishedEntry {
	number: number;
	at: string;
	figures: UnitFigures | null;
	correction: CorrectionCause | null;
}

/** One number as the public saw it: `able` null = hidden. */
export interface PublishedCount {
	able: number | null;
	base: number;
}

export interface Correction {
	measure: Measure;
	number: number;
	at: string;
	before: PublishedCount;
	after: PublishedCount;
	cause: CorrectionCause;
}

const countOf = (figures: UnitFigures, measure: number): PublishedCount => ({
	able: figures.able[measure] ?? null,
	base: figures.base[measure] ?? 0,
});

/**
 * The corrections of one unit's published numbers in one period. A number that grows because further
 * units reported is none. What a report replaced may be published later, when nothing is given away
 * by it: its cause waits until a number changes.
 * @param entries oldest first.
 */
export function findCorrections(entries: readonly PublishedEntry[]): Correction[] {
	const found: Correction[] = [];
	let waiting: CorrectionCause | null = null;
	let before: UnitFigures | null = null;
	for (const { number, at, figures, correction } of entries) {
		const cause: CorrectionCause | null = correction ?? waiting;
		const replaced = before?.ownReport === true && figures?.ownReport === true;
		const changed = before && figures ? changesBetween(before, figures) : [];
		if (cause !== null || replaced)
			found.push(
				...changed.map((change) => ({ ...change, number, at, cause: cause ?? 'unstated' })),
			);
		waiting = changed.length > 0 ? null : cause;
		before = figures;
	}
	return found;
}

/** A number that nobody had been shown before is none that is corrected. */
function changesBetween(before: UnitFigures, after: UnitFigures) {
	return measures.flatMap((measure, index) => {
		const [one, other] = [countOf(before, index), countOf(after, index)];
		const isSame = one.able === other.able && one.base === other.base;
		return isSame || one.base === 0 ? [] : [{ measure, before: one, after: other }];
	});
}
