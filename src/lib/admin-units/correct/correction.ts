import type { Unit } from '../../contracts/admin-units';

/** What can have been typed wrongly; another code, level or first day is another unit. */
export type CorrectableField = 'name' | 'kind' | 'validTo';

/** What a unit should have said from the beginning. */
export type Correction = Pick<Unit, CorrectableField> & {
	unitId: number;
	/** Where it was asked for: `line 3`; without it problems name the field. */
	place?: string;
};
