class Cell {
	value = $state.raw<unknown>();
}

/**
 * What a component is given, for one that isn't within it: followed as long as this one is there, and
 * as it last was once the page around it belongs to something else. To be called in its script.
 */
export function handOver<Props extends object>(given: Props): Props {
	const cells: Record<string | symbol, Cell> = {};
	for (const key of Reflect.ownKeys(given)) {
		const cell = (cells[key] = new Cell());
		const read = () => {
			cell.value = Reflect.get(given, key);
		};
		read();
		$effect.pre(read);
	}
	return new Proxy(given, { get: (_, key) => cells[key]?.value });
}
