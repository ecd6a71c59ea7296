import { measures } from '../../src/lib/contracts/coverage';
import { smallestRangeOf, smallestRanges, type Counts } from '../../src/lib/contracts/publication';
import { publish } from '../../src/lib/coverage/disclosure/publish';
import {
	classRange,
	counted,
	wordRange,
	type Leaf,
} from '../../src/lib/coverage/disclosure/versions';
import type { Random } from '../faults/random';
import type { Picture, SeenUnit } from './attacker';

/** A commune's own report may be the sum of what its villages have reported by then. */
export type Report = { unitId: number; counts: Counts | 'sum' };

export interface SmallProvince {
	/** Children of the province, and of each of them: ids of villages. Id 0 is the province. */
	communes: readonly { id: number; villages: readonly number[] }[];
	/** Each is one approval, or several at once: what units report from then on. */
	steps: readonly (readonly Report[])[];
	/** What the rules ask for at each step, for whoever reports first then. */
	smallestRanges: readonly number[];
}

/** Few villages with few households, approved one by one or together, and corrected afterwards. */
export function randomProvince(random: Random): SmallProvince {
	const communes = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
		id: 100 * (index + 1),
		villages: Array.from(
			{ length: 1 + random.below(5) },
			(_, place) => 100 * (index + 1) + place + 1,
		),
	}));
	const most = 6 + random.below(90);
	const level = random.pick(['low', 'any', 'high'] as const);
	const report = (unitId: number): Report => ({ unitId, counts: anyCounts(random, most, level) });
	const waiting = communes.flatMap(({ villages }) => villages);
	const steps: Report[][] = [];
	while (waiting.length > 0) {
		const together = random.chance(0.4) ? 1 + random.below(waiting.length) : 1;
		const unitIds = Array.from({ length: together }, () =>
			waiting.splice(random.below(waiting.length), 1),
		).flat();
		steps.push(unitIds.map(report));
		if (random.chance(0.25)) {
			const done = steps.flat().map(({ unitId }) => unitId);
			const again = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(done)));
			steps.push([...again].map(report));
		}
		if (random.chance(0.08)) steps.push([report(random.pick(communes).id)]);
		if (random.chance(0.1)) steps.push([{ unitId: random.pick(communes).id, counts: 'sum' }]);
	}
	let asked: number = smallestRanges.least;
	const changes = random.chance(0.5);
	const change = () =>
		(asked = random.pick([smallestRanges.least, 8, 12, 20, smallestRanges.most]));
	const asks = steps.map(() => (changes && random.chance(0.4) ? change() : asked));
	return { communes, steps, smallestRanges: asks };
}

function anyCounts(random: Random, most: number, level: 'low' | 'any' | 'high'): Counts {
	const households = 1 + random.below(most);
	const share = (from: number, to: number) => {
		const span = to - from;
		const small = random.below(Math.min(span, 6) + 1);
		if (level === 'any' || random.chance(0.3)) return from + random.below(span + 1);
		return level === 'low' ? from + small : to - small;
	};
	const five = share(0, households);
	const able = measures.map((name) => {
		if (name === 'allFive') return five;
		if (name.startsWith('skill')) return share(five, households);
		return name === 'assisted' ? share(0, households - five) : share(0, households);
	});
	const isUnknown = measures.map(() => random.chance(0.05));
	return {
		able: able.map((count, measure) => (isUnknown[measure] ? 0 : count)),
		base: measures.map((_, measure) => (isUnknown[measure] ? 0 : households)),
	};
}

const nothing: Counts = { able: measures.map(() => 0), base: measures.map(() => 0) };

const plus = (one: Counts, other: Counts): Counts => ({
	able: one.able.map((count, measure) => count + (other.able[measure] ?? 0)),
	base: one.base.map((count, measure) => count + (other.base[measure] ?? 0)),
});

export const sumOf = (all: readonly Counts[]): Counts => all.reduce(plus, nothing);

/** A report that adds others up; it knows what each of them knows. */
export function rollUp(reports: readonly Counts[]): Counts {
	const sum = sumOf(reports);
	const isKnown = (measure: number) => reports.every(({ base }) => (base[measure] ?? 0) > 0);
	return {
		able: sum.able.map((count, measure) => (isKnown(measure) ? count : 0)),
		base: sum.base.map((count, measure) => (isKnown(measure) ? count : 0)),
	};
}

/** What the rule publishes after each step. */
export function playPublished({
	communes,
	steps,
	smallestRanges: asked,
}: SmallProvince): Picture[] {
	const published = new PublishedProvince(communes);
	return steps.map((step, index) => {
		published.take(step, asked[index] ?? smallestRanges.least);
		return pictureOf(
			communes,
			(id) => published.see(id),
			(id) => published.held(id),
		);
	});
}

class PublishedProvince {
	readonly #leaves = new Map<number, Leaf>();
	readonly #parents: ReadonlyMap<number, number>;
	/** How often what is published of a unit changed, and what it was last. */
	readonly #versions = new Map<number, { version: number; counts: string }>();
	readonly #sums = new Map<string, { id: number; version: number }[]>();

	constructor(private readonly communes: SmallProvince['communes']) {
		this.#parents = new Map(
			communes.flatMap(({ id, villages }) => [
				[id, 0] as const,
				...villages.map((village) => [village, id] as const),
			]),
		);
	}

	take(step: readonly Report[], asked: number): void {
		const below = (id: number) => this.#below(id);
		const sums = step.filter(({ unitId, counts }) => counts === 'sum' && below(unitId).length > 0);
		for (const { unitId, counts } of step) {
			const current = counts === 'sum' ? rollUp(below(unitId).map((leaf) => leaf.current)) : counts;
			if (counts === 'sum' && below(unitId).length === 0) continue;
			const { versions = [], smallestRange = asked } = this.#leaves.get(unitId) ?? {};
			const classed = this.#parents.get(unitId) === 0;
			this.#leaves.set(unitId, {
				...{ unitId, classed, smallestRange, current, versions, below: null },
			});
		}
		const parents = new Set(step.map(({ unitId }) => this.#parents.get(unitId) ?? 0));
		// Villages before communes.
		for (const parentId of [...parents].sort((one, other) => other - one)) this.#publish(parentId);
		for (const { unitId } of sums) {
			const parts = below(unitId);
			const isHeld = parts.some(({ current, versions }) => !same(current, versions.at(-1)));
			if (isHeld || !same(this.#leaves.get(unitId)?.current, this.#latest(unitId))) continue;
			this.#sums.set(
				`${unitId}:${this.#versionOf(unitId)}`,
				parts.map(({ unitId: id }) => ({ id, version: this.#versionOf(id) })),
			);
		}
	}

	see(id: number): SeenUnit | null {
		const leaf = this.#leaves.get(id);
		const latest = this.#latest(id);
		if (!leaf || !latest) return null;
		const version = this.#versionOf(id);
		const parts = this.#sums.get(`${id}:${version}`);
		// The public sees the sum of the units below, and no "< 5".
		const isReplaced = latest.cells.map((cell) => cell === 'waiting' && this.#below(id).length > 0);
		const isShown = latest.cells.map((cell) => cell === 'shown');
		const above = this.#latest(this.#parents.get(id) ?? 0);
		const isWithheld = (measure: number) => typeof above?.cells[measure] === 'number';
		return {
			id,
			parentId: this.#parents.get(id) ?? null,
			version,
			able: latest.able.map((able, measure) =>
				isShown[measure] && !isWithheld(measure) ? able : null,
			),
			base: latest.base,
			isCounted: latest.cells.map((cell) => cell !== 'waiting'),
			classes: latest.able.map((able, measure) =>
				leaf.classed && latest.cells[measure] !== 'waiting'
					? classRange(able, latest.base[measure] ?? 0, smallestRangeOf(leaf))
					: null,
			),
			words: latest.able.map((able, measure) =>
				isReplaced[measure] ? null : wordRange(able, latest.base[measure] ?? 0),
			),
			standing: this.#sum(id).able,
			mayBeFound: isReplaced,
			smallestRange: smallestRangeOf(leaf),
			...(parts ? { sumOf: parts } : {}),
		};
	}

	held(id: number): Counts | null {
		const latest = this.#latest(id);
		if (!latest) return null;
		const own = counted(latest);
		const sum = this.#sum(id);
		const of = (which: 'able' | 'base') =>
			own[which].map((count, measure) =>
				latest.cells[measure] === 'waiting' ? (sum[which][measure] ?? 0) : count,
			);
		return { able: of('able'), base: of('base') };
	}

	#publish(parentId: number): void {
		const family = [...this.#leaves.values()].filter(
			({ unitId }) => this.#parents.get(unitId) === parentId,
		);
		const leaves = family.map((leaf) => {
			const parts = this.#below(leaf.unitId);
			const isWaiting = (measure: number) =>
				parts.some(({ versions }) => versions.at(-1)?.cells[measure] === 'waiting');
			const below = {
				counted: this.#sum(leaf.unitId),
				received: sumOf(parts.map(({ current }) => current)).base,
				waiting: measures.reduce((bits, _, k) => (isWaiting(k) ? bits | (1 << k) : bits), 0),
			};
			return { ...leaf, below: parts.length > 0 ? below : null };
		});
		for (const [unitId, versions] of publish(leaves)) {
			const leaf = leaves.find((one) => one.unitId === unitId);
			if (leaf) this.#leaves.set(unitId, { ...leaf, versions });
		}
	}

	#latest = (id: number) => this.#leaves.get(id)?.versions.at(-1);

	#below(id: number): Leaf[] {
		const { villages = [] } = this.communes.find((commune) => commune.id === id) ?? {};
		return villages.flatMap((village) => this.#leaves.get(village) ?? []);
	}

	#sum(id: number): Counts {
		return sumOf(
			this.#below(id).flatMap(({ versions }) => {
				const version = versions.at(-1);
				return version ? [counted(version)] : [];
			}),
		);
	}

	#versionOf(id: number): number {
		const latest = this.#latest(id);
		const counts = JSON.stringify([latest?.able, latest?.base]);
		const before = this.#versions.get(id);
		if (before?.counts === counts) return before.version;
		const version = (before?.version ?? 0) + 1;
		this.#versions.set(id, { version, counts });
		return version;
	}
}

const same = (one: Counts | undefined, other: Counts | undefined) =>
	JSON.stringify([one?.able, one?.base]) === JSON.stringify([other?.able, other?.base]);

/** Leaves as seen, and the totals of all above them. */
export function pictureOf(
	communes: SmallProvince['communes'],
	see: (id: number) => SeenUnit | null,
	heldOf: (id: number) => Counts | null,
): Picture {
	const total = (id: number, parentId: number | null, counts: Counts): SeenUnit => ({
		id,
		parentId,
		version: null,
		...counts,
		isCounted: measures.map(() => true),
		classes: measures.map(() => null),
		words: measures.map(() => null),
		smallestRange: smallestRanges.least,
	});
	const sums = communes.map(({ id, villages }) => ({
		id,
		villages,
		sum: sumOf(villages.flatMap((village) => heldOf(village) ?? [])),
	}));
	return [
		total(0, null, sumOf(sums.map(({ id, sum }) => heldOf(id) ?? sum))),
		...sums.flatMap(({ id, villages, sum }) => [
			see(id) ?? total(id, 0, sum),
			...villages.flatMap((village) => see(village) ?? []),
		]),
	];
}
