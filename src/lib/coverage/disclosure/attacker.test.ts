import { describe, expect, it } from 'vitest';
import { attack, type Picture } from '../../../../tests/disclosure/attacker';
import { playPublished, randomProvince } from '../../../../tests/disclosure/play';
import { playRuleOfTwo } from '../../../../tests/disclosure/rule-of-two';
import { foundOut, isNarrow } from '../../../../tests/disclosure/see-rows';
import { seededRandom } from '../../../../tests/faults/random';
import { measures } from '../../contracts/coverage';
import { smallestRanges } from '../../contracts/publication';
import { isTooSmall } from './versions';

/** How many provinces the attacker tries; `PROVINCES=500` takes a minute. */
const provinces = Number(process.env.PROVINCES ?? 60);

/** Pictures of one commune and its villages, all approved at once: able of households, first measure only. */
function commune(total: number | null, villages: [able: number | null, base: number][]): Picture {
	const all = <Value>(value: Value) => measures.map(() => value);
	const only = (count: number | null) => measures.map((_, index) => (index === 0 ? count : 0));
	const unit = (id: number, able: number | null, base: number) => ({
		id,
		parentId: id === 0 ? null : 0,
		version: id === 0 ? null : 1,
		able: only(able),
		base: measures.map((_, index) => (index === 0 ? base : 0)),
		isCounted: all(true),
		classes: all(null),
		words: measures.map((_, index) => (index === 0 ? { low: 1, high: 4 } : null)),
		smallestRange: smallestRanges.least,
	});
	const households = villages.reduce((sum, [, base]) => sum + base, 0);
	return [
		unit(0, total, households),
		...villages.map(([able, base], index) => unit(index + 1, able, base)),
	];
}

const ranges = (...pictures: Picture[]) => attack(pictures).map(({ low, high }) => [low + 0, high]);

describe('an attacker who keeps every public picture', () => {
	it('subtracts what is shown from the total', () => {
		expect(
			ranges(
				commune(52, [
					[null, 60],
					[null, 60],
					[50, 60],
				]),
			),
		).toEqual([
			[0, 2],
			[0, 2],
		]);
	});

	it('takes "< 5" at its word', () => {
		const picture = commune(12, [
			[null, 60],
			[null, 60],
			[null, 60],
		]);
		expect(attack([picture], 'atItsWord').map(({ low, high }) => [low, high])).toEqual([
			[4, 4],
			[4, 4],
			[4, 4],
		]);
	});

	it('sees that nobody is left beside the households of each', () => {
		expect(
			ranges(
				commune(118, [
					[null, 60],
					[null, 60],
				]),
			),
		).toEqual([
			[58, 60],
			[58, 60],
		]);
	});

	it('compares the pictures before and after an approval', () => {
		const before = commune(50, [
			[50, 60],
			[40, 0],
		]);
		const after = commune(53, [
			[null, 60],
			[null, 60],
		]);
		expect(ranges(before, after)).toEqual([[3, 3]]);
	});

	it('finds many short ranges where only one other sibling is hidden', () => {
		let narrow = 0;
		for (let seed = 1; seed <= 10; seed++)
			narrow += attack(playRuleOfTwo(randomProvince(seededRandom(seed)))).filter(isNarrow).length;
		expect(narrow).toBeGreaterThan(50);
	}, 300_000);

	it('finds no range that is too short in what is published now, whatever happened', () => {
		let hidden = 0;
		for (let seed = 1; seed <= provinces; seed++) {
			const pictures = playPublished(randomProvince(seededRandom(seed)));
			hidden += pictures.at(-1)?.filter(({ able }) => able.includes(null)).length ?? 0;
			expect(foundOut(pictures), `province ${seed}`).toEqual([]);
			for (const { able, base, version, id, smallestRange } of pictures.flat())
				for (const [measure, count] of able.entries())
					if (count !== null)
						expect(
							isTooSmall(count, base[measure] ?? 0, smallestRange),
							`province ${seed}, unit ${id}, report ${version}`,
						).toBe(false);
		}
		expect(hidden).toBeGreaterThan(provinces);
	}, 600_000);
});
