/** Local days between which, both included, something was done. */
export interface DoneWithin {
	from: string;
	until: string;
}

/**
 * When a task of a plan can have been done: not before it or its plan's year begins, unless the plan was
 * drawn up ahead of both, and not after today.
 */
export function doneWithin(
	{ startsOn, year, drawnUpOn }: { startsOn: string; year: number; drawnUpOn: string },
	today: string,
): DoneWithin {
	const [from = startsOn] = [startsOn, `${year}-01-01`, drawnUpOn].sort();
	return { from, until: today };
}
