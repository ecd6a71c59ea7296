import type { SnapshotUnit } from '../../../contracts/events';
import type { Timeliness } from '../../../contracts/reports';
import { growthOf, type LiveCommunes } from '../live-communes';
import { provinceRowsOf, type ProvinceRow } from '../provinces';
import { countTimeliness, type UnitRow } from '../rows';
import type { Selection } from '../selection';

/** What all communes of a map come to together. */
export interface Summary {
	/** Difference of shares to the month before, over the communes with a figure in both. */
	growth: number | null;
	/** How many communes stand where with their reports, and from how many something arrived. */
	timeliness: Record<Timeliness, number>;
	received: number;
	/** Of a country. */
	provinces: ProvinceRow[];
}

export const summarise = (
	live: LiveCommunes & { readonly provinces: readonly SnapshotUnit[] },
	rows: readonly UnitRow[],
	selection: Pick<Selection, 'measure' | 'basis'>,
): Summary => ({
	growth: growthOf(live, selection),
	timeliness: countTimeliness(rows),
	received: rows.filter(({ receivedAt }) => receivedAt !== null).length,
	provinces: provinceRowsOf(live, rows, selection),
});
