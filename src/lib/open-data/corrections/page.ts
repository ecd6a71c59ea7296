import type { Measure } from '../../contracts/coverage';
import type { CorrectionCause } from '../../contracts/publication';
import type { Unit } from '../../contracts/admin-units';

interface Count {
	able: number | null;
	base: number;
}

interface Subject {
	unit: Pick<Unit, 'id' | 'code' | 'level' | 'kind' | 'name' | 'validFrom' | 'validTo'>;
	period: string;
	number: number;
	at: string;
	cause: CorrectionCause;
}

interface OneCount {
	measure: Measure;
	/** Null where it was taken down, as `after`. */
	before: Count | null;
	after: Count | null;
}

/** All numbers of one unit and month that one decision corrected. */
export interface ListedCorrection extends Subject {
	counts: OneCount[];
}

const perPage = 20;

/**
 * A page of corrections; those of a unit and month under one change number together. The whole place's
 * own sums are left out where they follow from a place within it that is listed.
 * @param found one number each, the newest first.
 * @param page from 1; beyond the last it is the last.
 */
export function pageOfCorrections(
	found: readonly (Subject & OneCount)[],
	{ scopeUnitId, page }: { scopeUnitId: number; page: number },
): { corrections: ListedCorrection[]; page: number; pages: number } {
	const listed = new Map<string, ListedCorrection>();
	for (const { unit, period, number, at, cause, measure, before, after } of found) {
		const key = `${unit.id} ${period} ${number}`;
		const entry = listed.get(key) ?? { unit, period, number, at, cause, counts: [] };
		entry.counts.push({ measure, before, after });
		listed.set(key, entry);
	}
	const all = [...listed.values()];
	const isScope = ({ unit }: Subject) => unit.id === scopeUnitId;
	const within = new Set(all.filter((entry) => !isScope(entry)).map(({ number }) => number));
	const shown = all.filter((entry) => !isScope(entry) || !within.has(entry.number));
	const pages = Math.max(1, Math.ceil(shown.length / perPage));
	const current = Math.min(page, pages);
	const corrections = shown.slice((current - 1) * perPage, current * perPage);
	return { corrections, page: current, pages };
}
