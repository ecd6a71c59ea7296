import type { Unit } from '../contracts/admin-units';
import type { RankingRow } from './shown-rows';

/** One page of a ranking, as its page shows it. */
export interface RankingView {
	scope: Unit;
	/** Whether the reader sees provisional figures of all units, of some, of none. */
	internal: 'all' | 'some' | 'none';
	rows: RankingRow[];
	page: number;
	pages: number;
	counts: { all: number; ranked: number; found: number; unrankedFound: number };
	/** The change-log number of the figures, and when they were read (ISO). */
	position: { number: number; at: string };
}
