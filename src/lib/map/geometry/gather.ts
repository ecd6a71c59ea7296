/** What goes together, in order of the first of each; what has no key is left out. */
export function gather<Key, Item>(
	items: readonly Item[],
	keyOf: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
	const gathered = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		if (key === undefined) continue;
		const found = gathered.get(key);
		if (found) found.push(item);
		else gathered.set(key, [item]);
	}
	return gathered;
}
