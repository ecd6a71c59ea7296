import * as v from 'valibot';

const Node = v.object({ data: v.array(v.unknown()) });
const Line = v.union([
	v.pipe(
		v.object({ nodes: v.array(v.unknown()) }),
		v.transform(({ nodes }) => nodes.flatMap((node) => (v.is(Node, node) ? [node.data] : []))),
	),
	v.pipe(
		Node,
		v.transform(({ data }) => [data]),
	),
]);

/** The data of a page as its `__data.json` writes them: every value once, named by its place. */
export function pageData(text: string): unknown[] {
	return text
		.split('\n')
		.filter(Boolean)
		.flatMap((line) => v.parse(Line, JSON.parse(line)).map(unfold));
}

function unfold(values: readonly unknown[]): unknown {
	const done = new Map<number, unknown>();
	const at = (place: unknown): unknown => {
		if (typeof place !== 'number' || place < 0) return null;
		if (!done.has(place)) done.set(place, made(values[place]));
		return done.get(place);
	};
	const made = (value: unknown): unknown => {
		// A date, a map and the like begin with their name.
		if (Array.isArray(value)) return value.filter((each) => typeof each === 'number').map(at);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, place]) => [key, at(place)]));
	};
	return at(0);
}
