import type { Measure, UnitFigures } from '../../contracts/coverage';
import { measures } from '../../contracts/coverage';
import type { CorrectionCause } from '../../contracts/publication';

/** What the public was shown of one unit in one period under one change number. */
export interface PublishedEntry {
	number: number;
	at: string;
	figures: UnitFigures | null;
	correction: CorrectionCause | null;
	isTakenDown: boolean;
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
	/** Null where it was taken down, as `after`. */
	before: PublishedCount | null;
	after: PublishedCount | null;
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
	let wasTakenDown = false;
	for (const { number, at, figures, correction, isTakenDown } of entries) {
		const cause: CorrectionCause | null = correction ?? waiting;
		const replaced = before?.ownReport === true && figures?.ownReport === true;
		const changed = before && figures ? changesBetween(before, figures) : [];
		if (cause !== null || replaced)
			found.push(
				...changed.map((change) => ({
					...{ measure: change.measure, number, at, cause: cause ?? 'unstated' },
					before: wasTakenDown ? null : change.before,
					after: isTakenDown ? null : change.after,
				})),
			);
		waiting = changed.length > 0 ? null : cause;
		[before, wasTakenDown] = [figures, isTakenDown];
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
