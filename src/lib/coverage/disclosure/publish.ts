import { measures } from '../../contracts/coverage';
import { smallestRangeOf, type Cell, type Version } from '../../contracts/publication';
import { formBlocks } from './blocks';
import { tooNarrow } from './range';
import { isTooSmall, tellsOfBelow, type Leaf } from './versions';

/**
 * What the public may see next of a family: the units right below one unit that have a report of
 * their own, in one period. Decided anew whenever a report of theirs is approved.
 * - A count that could point at a family is hidden, and waits: no total holds it.
 * - Waiting counts enter the totals as a block, together with others that arrive hidden, once the
 *   range of each of them is wide. Totals hold all of a block or nothing, for ever.
 * - A report that replaces the sum of the units below does so for each count only where the
 *   difference tells nothing about them; else their sum stays.
 * - A report that replaces another one takes over its places in blocks, and isn't published as long as
 *   the difference of the totals would narrow a hidden count, old or new.
 * @returns for each leaf its published versions, the newest last.
 */
export function publish(leaves: readonly Leaf[]): Map<number, readonly Version[]> {
	const withheld = new Set<Leaf>();
	for (;;) {
		const next = leaves.map((leaf) => ({ ...leaf, versions: advance(leaf, leaves, withheld) }));
		const narrow = new Set(tooNarrow(next, next).map(({ unitId }) => unitId));
		const lost = leaves.filter((leaf) => !withheld.has(leaf) && losesPlace(leaf, leaves, withheld));
		const changed = leaves.filter(
			(leaf) => !withheld.has(leaf) && isChanged(leaf) && hasBlock(leaf),
		);
		const concerned = changed.filter(
			(leaf) => lost.includes(leaf) || sharesBlock(leaf, leaves, narrow),
		);
		if (lost.length === 0 && (narrow.size === 0 || changed.length === 0)) {
			const arrived = leaves.filter((leaf) => !latest(leaf)).map(({ unitId }) => unitId);
			const decided = formBlocks(next, new Set(arrived));
			return new Map(decided.map(({ unitId, versions }) => [unitId, versions]));
		}
		for (const leaf of concerned.length > 0 ? concerned : changed) withheld.add(leaf);
	}
}

const latest = ({ versions }: Pick<Leaf, 'versions'>): Version | undefined => versions.at(-1);

function isChanged(leaf: Leaf): boolean {
	const version = latest(leaf);
	const { current } = leaf;
	return (
		!version ||
		measures.some(
			(_, measure) =>
				version.able[measure] !== current.able[measure] ||
				version.base[measure] !== current.base[measure],
		)
	);
}

const hasBlock = (leaf: Leaf): boolean =>
	latest(leaf)?.cells.some((cell) => typeof cell === 'number') ?? false;

/** Blocks all of whose members are replaced at once: totals lose them as a whole. */
function dissolves(block: number, leaves: readonly Leaf[], withheld: ReadonlySet<Leaf>): boolean {
	return leaves.every(
		(leaf) => !latest(leaf)?.cells.includes(block) || (isChanged(leaf) && !withheld.has(leaf)),
	);
}

/** A count of a block that is unknown by now, or known from below, would tell of the others. */
function losesPlace(leaf: Leaf, leaves: readonly Leaf[], withheld: ReadonlySet<Leaf>): boolean {
	const cells = isChanged(leaf) ? (latest(leaf)?.cells ?? []) : [];
	return cells.some(
		(cell, measure) =>
			typeof cell === 'number' &&
			(leaf.below !== null || leaf.current.base[measure] === 0) &&
			!dissolves(cell, leaves, withheld),
	);
}

/** Whether a leaf, or one that it shares a block with, is among those with too short a range. */
function sharesBlock(leaf: Leaf, leaves: readonly Leaf[], narrow: ReadonlySet<number>): boolean {
	const blocks = latest(leaf)?.cells.filter((cell) => typeof cell === 'number') ?? [];
	return leaves.some(
		(other) =>
			narrow.has(other.unitId) &&
			(other === leaf ||
				other.versions.some(({ cells }) => blocks.some((block) => cells.includes(block)))),
	);
}

function advance(
	leaf: Leaf,
	leaves: readonly Leaf[],
	withheld: ReadonlySet<Leaf>,
): readonly Version[] {
	if (withheld.has(leaf) || !isChanged(leaf)) return leaf.versions;
	const { able, base } = leaf.current;
	const before = latest(leaf);
	const cells = measures.map((_, measure): Cell => {
		const households = base[measure] ?? 0;
		const place = before?.cells[measure];
		if (typeof place === 'number' && !dissolves(place, leaves, withheld)) return place;
		if (households === 0) return 'shown';
		const isSmall = isTooSmall(able[measure] ?? 0, households, smallestRangeOf(leaf));
		return isSmall || tellsOfBelow(leaf, measure) ? 'waiting' : 'shown';
	});
	// Of former versions only those matter in which a hidden count was part of a total.
	const former = leaf.versions.filter((version) =>
		version.cells.some((cell) => typeof cell === 'number'),
	);
	return [...former, { able: [...able], base: [...base], cells }];
}
