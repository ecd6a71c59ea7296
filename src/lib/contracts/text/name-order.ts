let collator: Intl.Collator | undefined;

/**
 * The one order of names of places and people, wherever a list or a paper is sorted by them: as the
 * Vietnamese alphabet has them, numbers inside by their worth, so that "Thôn 2" stands before "Thôn 10".
 */
export function compareNames(one: string, other: string): number {
	// The first takes a slow phone fifty milliseconds to make.
	collator ??= new Intl.Collator('vi', { numeric: true });
	return collator.compare(one, other);
}
