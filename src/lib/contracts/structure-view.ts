import type { Unit } from './admin-units';
import type { UnitFigures } from './coverage';
import type { SnapshotUnit } from './events';
import type { Period } from './reports';

/** A month's approved figures in the structure of a later day: carried over mergers and splits. */
export interface StructureView {
	period: Period;
	/** Local day whose structure this is. */
	structureDay: string;
	scope: SnapshotUnit;
	/** The scope's communes on that day; `register` is carried over as well. */
	units: SnapshotUnit[];
	/** Of the scope and its communes. */
	figures: UnitFigures[];
	/** Units whose figures were partly divided by a declared share: "ước tính". */
	estimated: number[];
	/** Units to which something belongs that could not be divided or isn't known. */
	incomplete: number[];
	/** Former units that were split without a declared share: named, never guessed. */
	undivided: { unit: Unit; households: number | null; successors: Unit[] }[];
	/** Former units of which nothing says what they became: their figures count nowhere. */
	leftOut: { unit: Pick<Unit, 'id' | 'kind' | 'name'>; households: number | null }[];
}
