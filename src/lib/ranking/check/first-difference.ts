export interface Difference {
	/** Where: `0.level.placed.12.score`; empty for the whole. */
	path: string;
	published: string;
	computed: string;
}

/** The first place at which two values of JSON differ, depth first; null where they are the same. */
export function firstDifference(
	published: unknown,
	computed: unknown,
	path: readonly string[] = [],
): Difference | null {
	if (isBranch(published) && isBranch(computed)) {
		for (const key of new Set([...Object.keys(published), ...Object.keys(computed)])) {
			const found = firstDifference(childOf(published, key), childOf(computed, key), [
				...path,
				key,
			]);
			if (found) return found;
		}
		return null;
	}
	if (published === computed) return null;
	return { path: path.join('.'), published: shown(published), computed: shown(computed) };
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

const childOf = (value: object, key: string): unknown =>
	Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

const longest = 80;
const shown = (value: unknown): string =>
	value === undefined ? '–' : JSON.stringify(value).slice(0, longest);
