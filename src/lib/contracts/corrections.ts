import type { Unit } from './admin-units';
import type { Measure } from './coverage';
import type { CorrectionCause } from './publication';

/** One number as the public saw it: `able` null = hidden. */
export interface PublishedCount {
	able: number | null;
	base: number;
}

interface CorrectedCount {
	measure: Measure;
	/** Null where it was taken down, as `after`. */
	before: PublishedCount | null;
	after: PublishedCount | null;
}

/** All numbers of one unit and month that one decision corrected. */
export interface Correction {
	unit: Pick<Unit, 'id' | 'code' | 'kind' | 'name' | 'validFrom' | 'validTo' | 'level'>;
	/** `2026-10`. */
	period: string;
	number: number;
	/** ISO instant. */
	at: string;
	cause: CorrectionCause;
	counts: CorrectedCount[];
}
