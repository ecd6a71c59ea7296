import { searchKey } from '../../contracts/text/search-key';

/** Milliseconds without a letter after which a name begins anew. */
const pause = 1000;

/** What was typed so far over a list of names, to find the entry that is meant. */
export class TypeAhead {
	#typed = '';
	#at = -Infinity;

	/** Takes one more letter or space, pressed at `now` (milliseconds); answers all that counts together. */
	press(letter: string, now: number): string {
		this.#typed = now - this.#at > pause ? letter : this.#typed + letter;
		this.#at = now;
		return this.#typed;
	}
}

/**
 * The entry whose name begins with what was typed, in any spelling that a search takes: the current
 * one as long as it fits, then those after it, then from the beginning.
 */
export function findTyped<Entry>(
	entries: readonly Entry[],
	nameOf: (entry: Entry) => string,
	current: Entry | undefined,
	typed: string,
): Entry | undefined {
	const wanted = searchKey(typed);
	if (wanted === '') return undefined;
	const from = current === undefined ? 0 : entries.indexOf(current);
	// The same letter again goes on to the next entry, as in any list.
	const start = /^(.)\1+$/u.test(wanted) ? from + 1 : from;
	const key = /^(.)\1+$/u.exec(wanted)?.[1] ?? wanted;
	return [...entries.slice(start), ...entries.slice(0, start)].find((entry) =>
		`${searchKey(nameOf(entry))} `.startsWith(key),
	);
}
