import type { RankedEntry } from './rank';

export type RankingRow = RankedEntry & {
	/** Shares 0–1 of the last 24 months, oldest first; null where there was no figure. */
	trend: (number | null)[];
};

/** A line as it stands on the screen; `moved` when its unit is no longer on this page of the list. */
export type ShownRow = RankingRow & { moved: boolean };

/** The new figures in the order that the reader is looking at: no line runs away from under a hand. */
export function keepOrder(shown: readonly ShownRow[], next: readonly RankingRow[]): ShownRow[] {
	const byUnit = new Map(next.map((row) => [row.unitId, row]));
	return shown.map((row) => {
		const now = byUnit.get(row.unitId);
		return now ? { ...now, moved: false } : { ...row, moved: true };
	});
}

export function inNewOrder(next: readonly RankingRow[]): ShownRow[] {
	return next.map((row) => ({ ...row, moved: false }));
}

export function sameOrder(a: readonly RankingRow[], b: readonly RankingRow[]): boolean {
	return a.length === b.length && a.every(({ unitId }, index) => unitId === b[index]?.unitId);
}

/** Units on both lists whose coverage is another one now. */
export function changedUnits(
	before: readonly ShownRow[],
	after: readonly RankingRow[],
): Set<number> {
	const figure = ({ reading }: RankingRow) =>
		reading.kind === 'share' ? `${reading.able}/${reading.base}` : reading.kind;
	const earlier = new Map(before.map((row) => [row.unitId, figure(row)]));
	return new Set(
		after
			.filter((row) => earlier.has(row.unitId) && earlier.get(row.unitId) !== figure(row))
			.map(({ unitId }) => unitId),
	);
}
