import type { Mesh } from '../map/cells';
import type { Owners } from '../map/regions';
import type { Landscape } from '../map/terrain';

/** Five communes become two; one of the five is divided between them. */
export interface Merger {
	/** Two communes that go over in full, into the first and into the second new one. */
	first: [number, number];
	second: [number, number];
	divided: number;
	/** Of the divided one's ground and households, what goes to the first. */
	share: number;
	/** The division after the merger; the new communes come after all old ones. */
	owners: Owners;
}

const share = 0.6;

export function merge(mesh: Mesh, before: Owners, landscapes: readonly Landscape[]): Merger {
	const borders = neighboursOf(mesh, before);
	const near = (region: number) =>
		[...(borders.get(region) ?? [])].filter((other) => landscapes[other] === 'plain');
	for (const divided of landscapes.keys()) {
		if (landscapes[divided] !== 'plain' || near(divided).length < 4) continue;
		for (const one of near(divided))
			for (const other of near(divided)) {
				if (other <= one || borders.get(one)?.has(other)) continue;
				const partner = near(one).find((each) => each !== divided && each !== other);
				const opposite = near(other).find(
					(each) => each !== divided && each !== one && each !== partner,
				);
				if (partner === undefined || opposite === undefined) continue;
				const owners = join(mesh, before, [one, partner], [other, opposite], divided);
				return { first: [one, partner], second: [other, opposite], divided, share, owners };
			}
	}
	throw new Error('No five neighbours can be merged.');
}

function neighboursOf({ walls }: Mesh, owners: Owners): Map<number, Set<number>> {
	const found = new Map<number, Set<number>>();
	for (const { left, right } of walls) {
		const [one, other] = [owners[left] ?? -1, owners[right] ?? -1];
		if (one === other || one < 0 || other < 0) continue;
		found.set(one, (found.get(one) ?? new Set()).add(other));
		found.set(other, (found.get(other) ?? new Set()).add(one));
	}
	return found;
}

/** The divided one is cut across the line between its two takers. */
function join(
	mesh: Mesh,
	before: Owners,
	first: number[],
	second: number[],
	divided: number,
): Owners {
	const count = Math.max(...before) + 1;
	const middle = (region: number) => {
		const cells = [...before.keys()].filter((cell) => before[cell] === region);
		const mean = (axis: 0 | 1) =>
			cells.reduce((sum, cell) => sum + (mesh.centres[cell]?.[axis] ?? 0), 0) / cells.length;
		return [mean(0), mean(1)] as const;
	};
	const [from, to] = [middle(first[0] ?? 0), middle(second[0] ?? 0)];
	const along = (cell: number) => {
		const [x, y] = mesh.centres[cell] ?? [0, 0];
		return (x - from[0]) * (to[0] - from[0]) + (y - from[1]) * (to[1] - from[1]);
	};
	const cells = [...before.keys()].filter((cell) => before[cell] === divided);
	cells.sort((one, other) => along(one) - along(other));
	const whole = cells.reduce((sum, cell) => sum + (mesh.areas[cell] ?? 0), 0);
	const toFirst = new Set<number>();
	let given = 0;
	for (const cell of cells) {
		if (given >= whole * share) break;
		given += mesh.areas[cell] ?? 0;
		toFirst.add(cell);
	}
	return before.map((owner, cell) => {
		if (first.includes(owner) || toFirst.has(cell)) return count;
		return second.includes(owner) || owner === divided ? count + 1 : owner;
	});
}
