/** Why an approved report was replaced: what an approver chooses, and everybody reads. */
export const causes: typeof import('../../vi/coverage/causes').causes = {
	unstated: 'no reason was given',
	miscounted: 'counted wrongly, and counted again',
	typingError: 'a slip while typing',
	countedTwice: 'households were counted twice',
	lateHouseholds: 'households that were visited late',
	registerChanged: 'the list of households changed',
};
