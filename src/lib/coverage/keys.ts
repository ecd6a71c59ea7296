import type { UnitLevel } from '../contracts/admin-units';

/** A unit in a period. */
export interface CoverageKey {
	unitId: number;
	periodId: number;
}

/** Where a unit stands in the tree. */
export interface Ancestry {
	level: UnitLevel;
	parentId: number | null;
	/** The unit and all its ancestors. */
	path: number[];
}
