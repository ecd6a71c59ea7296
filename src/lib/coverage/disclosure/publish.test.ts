import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../contracts/coverage';
import { publish } from './publish';
import { isSensitive, type Leaf } from './versions';

type Count = [able: number, base: number];

/** A family whose reports know one measure, with what was published of it so far. */
class Family {
	#leaves = new Map<number, Leaf>();

	/** Approves reports at once. @returns what the public sees of each unit that has one, by its id. */
	approve(reports: Record<number, Count>): Record<number, string> {
		for (const [id, [able, base]] of Object.entries(reports)) {
			const unitId = Number(id);
			const only = (count: number) => measures.map((_, index) => (index === 7 ? count : 0));
			const current = { able: only(able), base: only(base) };
			const { versions = [] } = this.#leaves.get(unitId) ?? {};
			this.#leaves.set(unitId, { unitId, classed: false, below: null, current, versions });
		}
		for (const [unitId, versions] of publish([...this.#leaves.values()])) {
			const leaf = this.#leaves.get(unitId);
			if (leaf) this.#leaves.set(unitId, { ...leaf, versions });
		}
		return this.seen();
	}

	seen(): Record<number, string> {
		return Object.fromEntries(
			[...this.#leaves.values()].map(({ unitId, versions }) => {
				const version = versions.at(-1);
				const cell = version?.cells[7];
				const state = typeof cell === 'number' ? 'in the total' : cell;
				return [unitId, cell === 'shown' ? String(version?.able[7]) : String(state)];
			}),
		);
	}

	leaves(): Leaf[] {
		return [...this.#leaves.values()];
	}
}

describe('publish', () => {
	it('shows 0, 5 and more, and everybody', () => {
		const reports: Record<number, Count> = { 1: [0, 80], 2: [5, 80], 3: [75, 80], 4: [80, 80] };
		expect(new Family().approve(reports)).toEqual({ 1: '0', 2: '5', 3: '75', 4: '80' });
	});

	it('lets 1 to 4, and all but 1 to 4, wait while they are alone', () => {
		for (const able of [1, 4, 76, 79])
			expect(new Family().approve({ 1: [able, 80] })).toEqual({ 1: 'waiting' });
	});

	it('lets small counts in together with the smallest others that arrive, and no more of them', () => {
		expect(new Family().approve({ 1: [3, 80], 2: [40, 90], 3: [30, 60], 4: [50, 120] })).toEqual({
			1: 'in the total',
			2: '40',
			3: 'in the total',
			4: '50',
		});
	});

	it('hides nothing that was shown before, nor places of many households', () => {
		const family = new Family();
		family.approve({ 1: [40, 90], 2: [700, 900] });
		expect(family.approve({ 3: [3, 80], 4: [800, 950] })).toEqual({
			1: '40',
			2: '700',
			3: 'waiting',
			4: '800',
		});
		expect(family.approve({ 5: [20, 70] })).toEqual({
			1: '40',
			2: '700',
			3: 'in the total',
			4: '800',
			5: 'in the total',
		});
	});

	it('does without places that could hide nothing', () => {
		// Where everybody has all five, nobody is assisted, whatever the total says.
		const reports = [
			{ allFive: 60, assisted: 0, base: 60 },
			{ allFive: 20, assisted: 3, base: 80 },
			{ allFive: 30, assisted: 2, base: 90 },
		];
		const decided = publish(
			reports.map(({ allFive, assisted, base }, unitId) => {
				const able = measures.map((name) =>
					name === 'allFive' ? allFive : name === 'assisted' ? assisted : base,
				);
				const current = { able, base: measures.map(() => base) };
				return { unitId, classed: false, below: null, current, versions: [] };
			}),
		);
		const cells = [...decided.values()].map((versions) => versions.at(-1)?.cells[6]);
		expect(cells).toEqual(['shown', 1, 1]);
	});

	it('lets no small counts in by themselves whose sum gives them away', () => {
		const family = new Family();
		expect(family.approve({ 1: [4, 60], 2: [4, 60], 3: [4, 60] })).toEqual({
			1: 'waiting',
			2: 'waiting',
			3: 'waiting',
		});
		expect(Object.values(family.approve({ 4: [30, 60] }))).toEqual(Array(4).fill('in the total'));
		const mixed = new Family().approve({ 1: [1, 60], 2: [4, 60], 3: [2, 60] });
		expect(Object.values(mixed)).toEqual(Array(3).fill('in the total'));
	});

	it('hides the correction of a hidden count, and shows its family again when all is replaced', () => {
		const family = new Family();
		family.approve({ 1: [3, 80], 2: [30, 80] });
		expect(family.approve({ 1: [35, 80] })).toEqual({ 1: 'in the total', 2: 'in the total' });
		expect(family.approve({ 1: [36, 80], 2: [31, 80] })).toEqual({ 1: '36', 2: '31' });
	});

	it('holds back a correction whose difference narrows a hidden count', () => {
		const family = new Family();
		family.approve({ 1: [3, 80], 2: [30, 80] });
		const [, second] = family.leaves();
		// Nobody is left who could be able there, so the small count couldn't be any smaller.
		family.approve({ 2: [80, 80] });
		expect(family.leaves()[1]?.versions).toEqual(second?.versions);
	});

	it('holds back that a hidden count is unknown by now', () => {
		const family = new Family();
		family.approve({ 1: [3, 80], 2: [30, 80] });
		const before = family.leaves().map(({ versions }) => versions);
		family.approve({ 2: [0, 0] });
		expect(family.leaves().map(({ versions }) => versions)).toEqual(before);
	});

	it('never shows a small count, and decides the same again', () => {
		const count = fc
			.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
			.map(([a, b]): Count => [Math.min(a, b), Math.max(a, b)]);
		const step = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), count, { minKeys: 1 });
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
				const family = new Family();
				for (const reports of steps) family.approve(reports);
				for (const { versions } of family.leaves())
					for (const { able, base, cells } of versions)
						if (cells[7] === 'shown') expect(isSensitive(able[7] ?? 0, base[7] ?? 0)).toBe(false);
				const before = family.seen();
				expect(family.approve({})).toEqual(before);
			}),
		);
	});
});
