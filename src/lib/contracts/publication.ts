/** Households by measure, in the order of `measures`, as one report has them; base 0 = unknown. */
export interface Counts {
	able: readonly number[];
	base: readonly number[];
}

/**
 * What the public sees of one count: `shown` = the number; `waiting` = "< 5", and no public total
 * holds it yet; the number of a block = "< 5", and totals hold the block as a whole.
 */
export type Cell = 'shown' | 'waiting' | number;

/** One report as it was published, with what the public saw of each of its counts. */
export interface Version extends Counts {
	cells: readonly Cell[];
}

/**
 * Households from the least to the most that a hidden count could be, as far as anybody can tell: never
 * fewer than the least of these, and as many as the rules ask for. Counts below it are hidden.
 */
export const smallestRanges = { least: 5, most: 30 } as const;

/** All that was published of a unit's own report of one period. */
export interface Publication {
	/** The class of a hidden count is public, where it is wide enough. */
	classed: boolean;
	/** What the rules asked for when it was first published, and what it keeps; absent: the least. */
	smallestRange?: number;
	/** Oldest first; the last one is what the public sees. */
	versions: readonly Version[];
}

export const smallestRangeOf = ({ smallestRange }: Pick<Publication, 'smallestRange'>): number =>
	smallestRange ?? smallestRanges.least;

/** Why an approved report was replaced by another one, as the approver tells everybody. */
export const correctionCauses = [
	'unstated',
	'miscounted',
	'typingError',
	'countedTwice',
	'lateHouseholds',
	'registerChanged',
] as const;
export type CorrectionCause = (typeof correctionCauses)[number];

/** Why the record of published figures shows some of them no more; everybody reads it. */
export const takeDownReasons = ['fewPeople', 'wrongUnit', 'byOrder'] as const;
export type TakeDownReason = (typeof takeDownReasons)[number];

/** That figures which had been public were taken down. */
export interface TakenDown {
	/** ISO instant. */
	at: string;
	reason: TakeDownReason;
}
