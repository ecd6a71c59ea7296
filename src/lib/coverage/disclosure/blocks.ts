import { measures } from '../../contracts/coverage';
import { smallestRangeOf, type Cell } from '../../contracts/publication';
import { tooNarrow } from './range';
import { householdMeasures, isTooSmall, largestCover, type Leaf } from './versions';

/**
 * Lets waiting counts into the totals where enough arrive together: measure by measure, or all
 * measures that whole households have in common, whichever leaves fewer waiting and hides less.
 * @param arrived the units whose first report this is.
 */
export function formBlocks(leaves: readonly Leaf[], arrived: ReadonlySet<number>): readonly Leaf[] {
	// Skills before all five, which can move only as far as they do.
	const single = measures.map((_, measure) => [measure]).reverse();
	const inTurn = (groups: readonly number[][]) =>
		groups.reduce<readonly Leaf[]>((state, group) => joinBlock(state, group, arrived), leaves);
	const alone = inTurn(single);
	if (count(alone, 'waiting') === 0) return alone;
	const together = inTurn([householdMeasures, ...single]);
	const gain = count(alone, 'waiting') - count(together, 'waiting');
	return gain > 0 ? together : alone;
}

function count(leaves: readonly Leaf[], cell: Cell): number {
	return leaves.reduce(
		(sum, { versions }) => sum + (versions.at(-1)?.cells.filter((one) => one === cell).length ?? 0),
		0,
	);
}

/**
 * Makes a block for each measure of a group, of the units that wait with one of them and of as few as
 * possible, the smallest first, of those that arrive right now: what was seen before protects nothing
 * any more. @returns the leaves as they are then; the same when no block is safe.
 */
function joinBlock(
	leaves: readonly Leaf[],
	group: readonly number[],
	arrived: ReadonlySet<number>,
): readonly Leaf[] {
	const usable = leaves.filter((leaf) => canJoin(leaf, group, arrived.has(leaf.unitId)));
	const waits = (leaf: Leaf) => group.some((measure) => cellOf(leaf, measure) === 'waiting');
	const size = (leaf: Leaf) => Math.max(...group.map((measure) => countsOf(leaf, measure).base));
	const attempt = (members: readonly Leaf[]) => tryBlock(leaves, group, members);
	let members = usable.filter(waits);
	let covers = usable
		.filter((leaf) => !waits(leaf) && size(leaf) <= largestCover)
		.sort((one, other) => size(one) - size(other));
	while (members.length > 0) {
		const { narrow } = attempt([...members, ...covers]);
		if (narrow.length === 0)
			return attempt([...members, ...fewest(members, covers, attempt)]).leaves;
		const isWide = ({ unitId }: Leaf) => !narrow.includes(unitId);
		// A cover without room of its own would be found out; without it others may still do.
		if (covers.every(isWide)) members = members.filter(isWide);
		covers = covers.filter(isWide);
	}
	return leaves;
}

/** Nothing that is known already, nor what may be a sum of numbers that are public themselves. */
function canJoin(leaf: Leaf, group: readonly number[], hasArrived: boolean): boolean {
	const isFree = (measure: number) => {
		const cell = cellOf(leaf, measure);
		return cell === 'waiting' || (hasArrived && cell === 'shown');
	};
	return (
		leaf.below === null &&
		group.every((measure) => countsOf(leaf, measure).base > 0 && isFree(measure))
	);
}

/** Of so many, none may be needed for all that each was: further ones aren't tried one by one. */
const mostTried = 8;

interface Attempt {
	/** Units whose range would be too short. */
	narrow: number[];
	leaves: readonly Leaf[];
}

function fewest(
	members: readonly Leaf[],
	covers: readonly Leaf[],
	attempt: (members: readonly Leaf[]) => Attempt,
): readonly Leaf[] {
	const isSafe = (used: readonly Leaf[]) => attempt([...members, ...used]).narrow.length === 0;
	// More of them nearly always make it safer; all of them do.
	let [tooFew, needed] = [-1, covers.length];
	while (needed - tooFew > 1) {
		const middle = (tooFew + needed) >> 1;
		if (isSafe(covers.slice(0, middle))) needed = middle;
		else tooFew = middle;
	}
	let used = covers.slice(0, needed);
	for (const cover of used.slice(-mostTried)) {
		const others = used.filter((one) => one !== cover);
		if (isSafe(others)) used = others;
	}
	return used;
}

function tryBlock(
	leaves: readonly Leaf[],
	group: readonly number[],
	members: readonly Leaf[],
): Attempt {
	const first = 1 + highestBlock(leaves);
	const ids = new Set(members.map(({ unitId }) => unitId));
	const next = leaves.map((leaf) => (ids.has(leaf.unitId) ? withBlocks(leaf, group, first) : leaf));
	const joined = next.filter(({ unitId }) => ids.has(unitId));
	const smallest = Math.max(...joined.map(smallestRangeOf));
	const tells = group.some((measure) => {
		const counts = joined.map((leaf) => countsOf(leaf, measure));
		const able = counts.reduce((sum, one) => sum + one.able, 0);
		const base = counts.reduce((sum, one) => sum + one.base, 0);
		return isTooSmall(able, base, smallest);
	});
	const narrow = tells ? joined : tooNarrow(next, joined);
	return { narrow: narrow.map(({ unitId }) => unitId), leaves: next };
}

function highestBlock(leaves: readonly Leaf[]): number {
	let highest = 0;
	for (const { versions } of leaves)
		for (const { cells } of versions)
			for (const cell of cells) if (typeof cell === 'number' && cell > highest) highest = cell;
	return highest;
}

/** The measures of the group get blocks of their own, numbered from the first. */
function withBlocks(leaf: Leaf, group: readonly number[], first: number): Leaf {
	const version = leaf.versions.at(-1);
	if (!version) return leaf;
	const cells = version.cells.map((cell, measure) =>
		group.includes(measure) ? first + group.indexOf(measure) : cell,
	);
	return { ...leaf, versions: [...leaf.versions.slice(0, -1), { ...version, cells }] };
}

const cellOf = ({ versions }: Leaf, measure: number): Cell | undefined =>
	versions.at(-1)?.cells[measure];

function countsOf({ versions }: Leaf, measure: number): { able: number; base: number } {
	const version = versions.at(-1);
	return { able: version?.able[measure] ?? 0, base: version?.base[measure] ?? 0 };
}
