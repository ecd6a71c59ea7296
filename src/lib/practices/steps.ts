import type { PracticeState } from '../contracts/practices';

/** Who somebody is to a practice. */
export interface PracticeParty {
	/** Reports for its unit. */
	writes: boolean;
	/** Approves for its unit, and didn't write it. */
	reviews: boolean;
}

/** What can be done with it now. */
export interface OpenSteps {
	rewrite: boolean;
	publish: boolean;
	return: boolean;
	withdraw: boolean;
}

export function openSteps(state: PracticeState, { writes, reviews }: PracticeParty): OpenSteps {
	return {
		rewrite: writes && state !== 'published',
		publish: reviews && (state === 'submitted' || state === 'withdrawn'),
		return: reviews && state === 'submitted',
		// Whoever wrote it may take it back as well.
		withdraw: (reviews || writes) && state === 'published',
	};
}
