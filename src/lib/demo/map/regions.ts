import { randomFor } from '../random';
import type { Mesh } from './cells';
import { noise, riverAt, spacingAt, type Point } from './terrain';

/** The commune of each cell, by number from 0; −1 for what isn't land. */
export type Owners = readonly number[];

/** Candidates per new centre: more spread centres more evenly. */
const candidates = 40;
const recentrings = 3;

/** Divides the land into communes that are each in one piece; the last one is the island. */
export function divide(mesh: Mesh, count: number): Owners {
	const [mainland = [], island = []] = pieces(mesh);
	const middle = island[Math.floor(island.length / 2)];
	if (middle === undefined) throw new Error('There is no island.');
	const travel = travelCosts(mesh);
	let centres = spread(mesh, mainland, count - 1);
	let owners = grow(mesh, [...centres, middle], travel);
	for (let round = 0; round < recentrings; round += 1) {
		centres = centres.map((_, region) => middleOf(mesh, owners, region));
		owners = grow(mesh, [...centres, middle], travel);
	}
	return owners;
}

function pieces({ land, neighbours }: Mesh): number[][] {
	const seen = new Set<number>();
	const found: number[][] = [];
	for (const [start, isLand] of land.entries()) {
		if (!isLand || seen.has(start)) continue;
		const piece = [start];
		seen.add(start);
		for (const cell of piece)
			for (const next of neighbours[cell] ?? [])
				if (land[next] && !seen.has(next)) {
					seen.add(next);
					piece.push(next);
				}
		found.push(piece);
	}
	return found.sort((one, other) => other.length - one.length);
}

/** Best candidate of several, again and again: far from all others, measured by the local spacing. */
function spread({ centres }: Mesh, cells: readonly number[], count: number): number[] {
	const random = randomFor('communes');
	const chosen: number[] = [];
	const pointOf = (cell: number): Point => centres[cell] ?? [0, 0];
	while (chosen.length < count) {
		let best = { cell: -1, room: -1 };
		for (let attempt = 0; attempt < candidates; attempt += 1) {
			const cell = random.pick(cells);
			const [x, y] = pointOf(cell);
			const nearest = chosen.reduce((least, other) => {
				const [ox, oy] = pointOf(other);
				return Math.min(least, Math.hypot(x - ox, y - oy));
			}, Infinity);
			const room = nearest / spacingAt([x, y]);
			if (room > best.room) best = { cell, room };
		}
		chosen.push(best.cell);
	}
	return chosen;
}

type TravelCost = (from: number, to: number) => number;

/** Ridges are hard to cross and rivers harder, so borders run along them. */
function travelCosts({ centres, land }: Mesh): TravelCost {
	const ridges = noise('ridges', 5.5, 5);
	const roughness = centres.map((point, cell) =>
		land[cell] ? 1 + 7 * (1 - Math.abs(ridges(point))) ** 4 : 1,
	);
	const banks = centres.map((point, cell) => (land[cell] ? riverAt(point) : undefined));
	return (from, to) => {
		const [fromX, fromY] = centres[from] ?? [0, 0];
		const [toX, toY] = centres[to] ?? [0, 0];
		const distance = Math.hypot(fromX - toX, fromY - toY);
		const crossing = banks[from]?.side !== banks[to]?.side && (banks[from]?.distance ?? 9) < 3;
		return (distance * ((roughness[from] ?? 1) + (roughness[to] ?? 1))) / 2 + (crossing ? 6 : 0);
	};
}

/** Every cell goes to the centre that reaches it first (Dijkstra from all centres at once). */
function grow(
	{ land, neighbours, centres }: Mesh,
	starts: readonly number[],
	cost: TravelCost,
): Owners {
	const owners: number[] = land.map(() => -1);
	const reached = new Float64Array(land.length).fill(Infinity);
	const scales = starts.map((cell) => spacingAt(centres[cell] ?? [0, 0]));
	const queue = new Queue();
	for (const [region, cell] of starts.entries()) {
		reached[cell] = 0;
		owners[cell] = region;
		queue.push(cell, 0);
	}
	for (let entry = queue.pop(); entry; entry = queue.pop()) {
		const { cell, distance } = entry;
		if (distance > (reached[cell] ?? 0)) continue;
		const region = owners[cell] ?? -1;
		const scale = scales[region] ?? 1;
		for (const next of neighbours[cell] ?? []) {
			if (!land[next]) continue;
			const further = distance + cost(cell, next) / scale;
			if (further >= (reached[next] ?? 0)) continue;
			reached[next] = further;
			owners[next] = region;
			queue.push(next, further);
		}
	}
	return owners;
}

/** The region's own cell that is nearest to its middle. */
function middleOf({ centres }: Mesh, owners: Owners, region: number): number {
	const cells = [...owners.keys()].filter((cell) => owners[cell] === region);
	const mean = (axis: 0 | 1) =>
		cells.reduce((sum, cell) => sum + (centres[cell]?.[axis] ?? 0), 0) / cells.length;
	const [x, y] = [mean(0), mean(1)];
	const distance = (cell: number) => {
		const [cx, cy] = centres[cell] ?? [0, 0];
		return Math.hypot(cx - x, cy - y);
	};
	return cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best));
}

/** A binary heap, nearest first. */
class Queue {
	#entries: { cell: number; distance: number }[] = [];

	push(cell: number, distance: number): void {
		const entries = this.#entries;
		let place = entries.length;
		entries.push({ cell, distance });
		while (place > 0) {
			const above = (place - 1) >> 1;
			if ((entries[above]?.distance ?? 0) <= distance) break;
			this.#swap(place, above);
			place = above;
		}
	}

	pop(): { cell: number; distance: number } | undefined {
		const entries = this.#entries;
		const first = entries[0];
		const last = entries.pop();
		if (!first || !last || entries.length === 0) return first;
		entries[0] = last;
		let place = 0;
		for (;;) {
			const [left, right] = [2 * place + 1, 2 * place + 2];
			const least = this.#at(right) < this.#at(left) ? right : left;
			if (this.#at(least) >= last.distance) return first;
			this.#swap(place, least);
			place = least;
		}
	}

	#at(place: number): number {
		return this.#entries[place]?.distance ?? Infinity;
	}

	#swap(one: number, other: number): void {
		const [first, second] = [this.#entries[one], this.#entries[other]];
		if (!first || !second) return;
		this.#entries[one] = second;
		this.#entries[other] = first;
	}
}
