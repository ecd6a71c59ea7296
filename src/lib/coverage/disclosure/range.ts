import { measures } from '../../contracts/coverage';
import type { Cell, Version } from '../../contracts/publication';
import { householdMeasures, readings, type Leaf, type Reading } from './versions';

const allFive = measures.indexOf('allFive');
const assisted = measures.indexOf('assisted');
const skills = householdMeasures.filter((measure) => measure !== allFive);

const nothing = () => 0;

type Direction = 'up' | 'down';
const opposite = { up: 'down', down: 'up' } as const;

/** What stands in the way of a count: another one of the same report. */
interface Relation {
	measure: number;
	direction: Direction;
	other: number;
	/** Where `other` has to move to make room. */
	way: Direction;
	gap: (version: Version) => number;
}

function at(counts: readonly number[], measure: number): number {
	return counts[measure] ?? 0;
}

/** all five ≤ each skill; all five + assisted ≤ households. */
const relations: Relation[] = [
	...skills.flatMap((skill): Relation[] => {
		const gap = ({ able }: Version) => at(able, skill) - at(able, allFive);
		return [
			{ measure: allFive, direction: 'up', other: skill, way: 'up', gap },
			{ measure: skill, direction: 'down', other: allFive, way: 'down', gap },
		];
	}),
	{ measure: allFive, direction: 'up', other: assisted, way: 'down', gap: neither },
	{ measure: assisted, direction: 'up', other: allFive, way: 'down', gap: neither },
];

function neither({ able, base }: Version): number {
	return at(base, allFive) - at(able, allFive) - at(able, assisted);
}

/** Leaves of one family, after what is about to be published. */
type Published = Pick<Leaf, 'unitId' | 'classed' | 'smallestRange' | 'versions'>;

/**
 * Tells how far each hidden count could lie from its true value without anything public being
 * different. What it finds is a world that can't be told from the true one: the count rises by some
 * households, others of its block, in the same measure, fall by as many together, and every relation
 * within every published version still holds. Totals hold whole blocks, so none of them moves. It may
 * find less than there is, never more.
 */
class Ranges {
	readonly #blocks = new Map<number, Published[]>();
	readonly #rooms = new Map<string, number>();
	/** By block, upwards; by its negative, downwards. */
	readonly #alones = new Map<Published, Map<number, number>>();
	readonly #wholes = new Map<Published, Whole>();

	constructor(
		leaves: readonly Published[],
		private readonly reading: Reading,
	) {
		for (const leaf of leaves)
			for (const block of new Set(leaf.versions.flatMap(({ cells }) => cells)))
				if (typeof block === 'number')
					this.#blocks.set(block, [...(this.#blocks.get(block) ?? []), leaf]);
	}

	/** Whether a leaf has a hidden count whose range is too short. */
	isTooNarrow(leaf: Published): boolean {
		return leaf.versions.some((version) =>
			version.cells.some(
				(cell, measure) =>
					cell !== 'shown' &&
					at(version.base, measure) > 0 &&
					this.width(leaf, version, measure) < this.reading.least(leaf, version, measure),
			),
		);
	}

	/** Length of the range in which a hidden count of a version can lie. */
	width(leaf: Published, version: Version, measure: number): number {
		const cell = version.cells[measure] ?? 'shown';
		if (cell === 'shown') return 0;
		const versions =
			cell === 'waiting' ? [version] : leaf.versions.filter(({ cells }) => cells[measure] === cell);
		const way = (direction: Direction) =>
			Math.min(
				...versions.map((one) => this.#roomWithOthers(leaf, one, measure, direction)),
				cell === 'waiting' ? Infinity : this.#others(leaf, measure, cell, opposite[direction]),
			);
		const whole = (direction: Direction) =>
			cell !== 'waiting' && householdMeasures.includes(measure)
				? this.#roomOfHouseholds(leaf, direction)
				: 0;
		return Math.max(way('up'), whole('up')) + Math.max(way('down'), whole('down'));
	}

	/**
	 * How far all five and every skill can rise or fall at once, with others falling or rising by as
	 * much: as if households with all five lived elsewhere. For those that share all of these blocks.
	 */
	#roomOfHouseholds(leaf: Published, direction: Direction): number {
		const { block, signature } = this.#whole(leaf);
		if (block === null) return 0;
		const own = this.#households(leaf, block, opposite[direction]);
		const all = this.#memo(`${signature}:${opposite[direction]}`, () =>
			(this.#blocks.get(block) ?? [])
				.filter((other) => {
					const whole = this.#whole(other);
					return whole.block === block && whole.signature === signature;
				})
				.reduce((sum, other) => sum + this.#households(other, block, opposite[direction]), 0),
		);
		return Math.min(this.#households(leaf, block, direction), all - own);
	}

	#whole(leaf: Published): Whole {
		const computed = this.#wholes.get(leaf) ?? wholeBlocks(leaf);
		this.#wholes.set(leaf, computed);
		return computed;
	}

	#memo(key: string, compute: () => number): number {
		const computed = this.#rooms.get(key) ?? compute();
		this.#rooms.set(key, computed);
		return computed;
	}

	/** As far as it goes within its version, where hidden counts of the same version make room. */
	#roomWithOthers(leaf: Published, version: Version, measure: number, direction: Direction) {
		return this.#room(leaf, version, measure, direction, ({ other, way }) => {
			const cell: Cell = version.cells[other] ?? 'shown';
			if (cell === 'shown') return 0;
			if (cell === 'waiting') return this.#own(leaf, version, other, way);
			return Math.min(
				this.#alone(leaf, other, cell, way),
				this.#others(leaf, other, cell, opposite[way]),
			);
		});
	}

	/** How far all others of its block can move together. */
	#others(leaf: Published, measure: number, block: number, direction: Direction): number {
		const all = this.#memo(`${block}:${direction}`, () =>
			(this.#blocks.get(block) ?? []).reduce(
				(sum, other) => sum + this.#alone(other, measure, block, direction),
				0,
			),
		);
		return all - this.#alone(leaf, measure, block, direction);
	}

	/** How far a count of a block can move in all its versions, while all else stays as it is. */
	#alone(leaf: Published, measure: number, block: number, direction: Direction): number {
		const rooms = this.#aloneOf(leaf);
		const key = direction === 'up' ? block : -block;
		const computed = rooms.get(key);
		if (computed !== undefined) return computed;
		let found = Infinity;
		for (const version of leaf.versions)
			if (version.cells[measure] === block)
				found = Math.min(found, this.#room(leaf, version, measure, direction, nothing));
		rooms.set(key, found);
		return found;
	}

	#aloneOf(leaf: Published): Map<number, number> {
		const computed = this.#alones.get(leaf) ?? new Map<number, number>();
		this.#alones.set(leaf, computed);
		return computed;
	}

	#households(leaf: Published, block: number, direction: Direction): number {
		return this.#memo(`households ${leaf.unitId}:${block}:${direction}`, () => {
			const inBlock = leaf.versions.filter(({ cells }) => cells[allFive] === block);
			const rooms = inBlock.flatMap((version) => [
				...householdMeasures.map((measure) => this.#own(leaf, version, measure, direction)),
				...(direction === 'up' && at(version.base, assisted) > 0 ? [neither(version)] : []),
			]);
			return Math.max(0, Math.min(...rooms));
		});
	}

	#room(
		leaf: Published,
		version: Version,
		measure: number,
		direction: Direction,
		given: (relation: Relation) => number,
	): number {
		let found = this.#own(leaf, version, measure, direction);
		for (const relation of relations)
			if (
				relation.measure === measure &&
				relation.direction === direction &&
				at(version.base, relation.other) > 0
			)
				found = Math.min(found, Math.max(0, relation.gap(version)) + given(relation));
		return found;
	}

	#own(leaf: Published, version: Version, measure: number, direction: Direction): number {
		const able = at(version.able, measure);
		const { low, high } = this.reading.rangeOf(leaf, version, measure);
		return direction === 'up' ? high - able : able - low;
	}
}

/** The blocks of all five and the skills, and the first of them, where there are any. */
interface Whole {
	block: number | null;
	signature: string;
}

/** None where one of them was ever seen without the others. */
function wholeBlocks({ versions }: Published): Whole {
	const all = versions.map(({ cells }) => householdMeasures.map((measure) => cells[measure]));
	const blocks = (all.at(-1) ?? []).filter((cell) => typeof cell === 'number');
	const isWhole =
		blocks.length === householdMeasures.length &&
		all.every(
			(cells) =>
				cells.every((cell, index) => cell === blocks[index]) ||
				!cells.some((cell) => typeof cell === 'number' && blocks.includes(cell)),
		);
	return { block: isWhole ? (blocks[0] ?? null) : null, signature: blocks.join() };
}

/** Those of some leaves that have a hidden count whose range is too short, however "< 5" is read. */
export function tooNarrow<Some extends Published>(
	leaves: readonly Published[],
	among: readonly Some[],
): Some[] {
	const all = readings.map((reading) => new Ranges(leaves, reading));
	return among.filter((leaf) => all.some((ranges) => ranges.isTooNarrow(leaf)));
}
