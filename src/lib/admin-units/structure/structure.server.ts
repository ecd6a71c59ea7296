import { apportion } from './apportion';

/** What is counted of one unit. Arrays hold households by measure, each `able` at most its `base`. */
export interface UnitCounts {
	/** Households on the register; null = unknown. */
	register: number | null;
	able: readonly number[];
	base: readonly number[];
}

/** One step of a merger or a split; `share` (0–1) is null where none was declared. */
export interface LineageLink {
	oldUnitId: number;
	newUnitId: number;
	extent: 'full' | 'partial';
	share: number | null;
}

/** `register` adds up what is known, and is null when no part of it is. */
export interface ConvertedCounts extends UnitCounts {
	/** Some of it was divided by a declared share. */
	estimated: boolean;
	/** Some of what belongs here could not be divided, or the register of a part is unknown. */
	incomplete: boolean;
}

/** A unit whose counts could not be carried over: shown as such, never guessed. */
export interface Undivided {
	unitId: number;
	/** Its successors; empty when no lineage is known. */
	successors: number[];
	counts: UnitCounts;
}

export interface Conversion {
	units: Map<number, ConvertedCounts>;
	undivided: Undivided[];
}

/**
 * Counts of former units in the structure that `target` holds, along chains of mergers and splits.
 * Units of the target keep what they have; totals over `units` and `undivided` stay exact.
 * @throws RangeError when a unit becomes, over some steps, itself.
 */
export function convertStructure(
	figures: ReadonlyMap<number, UnitCounts>,
	lineage: readonly LineageLink[],
	target: ReadonlySet<number>,
): Conversion {
	const links = new Map<number, LineageLink[]>();
	for (const link of lineage) {
		const ofUnit = links.get(link.oldUnitId);
		if (ofUnit) ofUnit.push(link);
		else links.set(link.oldUnitId, [link]);
	}
	const converted = new Map<number, ConvertedCounts>();
	for (const [unitId, counts] of figures)
		converted.set(unitId, { ...counts, estimated: false, incomplete: counts.register === null });
	const undivided: Undivided[] = [];
	for (const unitId of oldestFirst(figures.keys(), links, target)) {
		const counts = converted.get(unitId);
		if (!counts || target.has(unitId)) continue;
		converted.delete(unitId);
		const successors = links.get(unitId) ?? [];
		const parts = divide(counts, successors);
		if (!parts) {
			const { register, able, base } = counts;
			undivided.push({
				unitId,
				successors: successors.map((link) => link.newUnitId),
				counts: { register, able, base },
			});
			for (const { newUnitId } of successors) add(converted, newUnitId, unknownPart(counts));
			continue;
		}
		for (const [index, { newUnitId }] of successors.entries()) {
			const part = parts[index];
			if (part) add(converted, newUnitId, part);
		}
	}
	return { units: converted, undivided };
}

/** Every unit before its successors, so that a chain is walked once. */
function oldestFirst(
	starts: Iterable<number>,
	links: ReadonlyMap<number, readonly LineageLink[]>,
	target: ReadonlySet<number>,
): number[] {
	const finished: number[] = [];
	const state = new Map<number, 'open' | 'done'>();
	const visit = (unitId: number) => {
		if (state.get(unitId) === 'done') return;
		if (state.get(unitId) === 'open')
			throw new RangeError(`The lineage of unit ${unitId} leads back to it.`);
		state.set(unitId, 'open');
		if (!target.has(unitId)) for (const link of links.get(unitId) ?? []) visit(link.newUnitId);
		state.set(unitId, 'done');
		finished.push(unitId);
	};
	for (const unitId of starts) visit(unitId);
	return finished.reverse();
}

/** The part of each successor; undefined where no declared share says how to divide. */
function divide(
	counts: ConvertedCounts,
	successors: readonly LineageLink[],
): ConvertedCounts[] | undefined {
	const [only] = successors;
	if (only && successors.length === 1 && only.extent === 'full') return [counts];
	const shares = successors.map((link) => link.share ?? 0);
	if (successors.length === 0 || successors.some((link) => link.share === null)) return undefined;
	const register = counts.register === null ? null : apportion(counts.register, shares);
	const base = counts.base.map((count) => apportion(count, shares));
	// Where few households are spread over many parts, rounding could leave more able than there are.
	const able = counts.able.map((count, measure) => apportion(count, shares, base[measure]));
	return successors.map((_, index) => ({
		register: register?.[index] ?? null,
		able: able.map((parts) => parts[index] ?? 0),
		base: base.map((parts) => parts[index] ?? 0),
		estimated: counts.estimated || successors.length > 1,
		incomplete: counts.incomplete,
	}));
}

const unknownPart = ({ able, base }: UnitCounts): ConvertedCounts => ({
	register: null,
	able: able.map(() => 0),
	base: base.map(() => 0),
	estimated: false,
	incomplete: true,
});

function add(converted: Map<number, ConvertedCounts>, unitId: number, part: ConvertedCounts): void {
	const before = converted.get(unitId);
	if (!before) {
		converted.set(unitId, part);
		return;
	}
	const sum = (a: readonly number[], b: readonly number[]) =>
		a.map((count, index) => count + (b[index] ?? 0));
	converted.set(unitId, {
		register:
			before.register === null && part.register === null
				? null
				: (before.register ?? 0) + (part.register ?? 0),
		able: sum(before.able, part.able),
		base: sum(before.base, part.base),
		estimated: before.estimated || part.estimated,
		incomplete: before.incomplete || part.incomplete,
	});
}
