import { measures } from '../../src/lib/contracts/coverage';
import { smallestRangeOf } from '../../src/lib/contracts/publication';
import {
	classRange,
	isTooSmall,
	leastOfWord,
	wordRange,
} from '../../src/lib/coverage/disclosure/versions';
import type { TestProvince } from '../database/province';
import type { PublishedRow, Truth } from '../faults/recount';
import { attack, type Narrowed, type Picture, type SeenUnit } from './attacker';

/** Whether a hidden count can be narrowed further than the rule allows. */
export const isNarrow = ({ low, high, base, smallestRange }: Narrowed): boolean =>
	high - low < Math.min(smallestRange, base);

/** Whether something is left of what "< 5" itself says. */
const isBelowWord = ({ low, high, word }: Narrowed): boolean =>
	word !== null && high - low < leastOfWord(word);

/** Hidden counts that are found out, however "< 5" is read. */
export const foundOut = (pictures: readonly Picture[]): Narrowed[] => [
	...attack(pictures).filter(isNarrow),
	...attack(pictures, 'atItsWord').filter(isBelowWord),
];

/** All that the public saw of a province in a month, from number to number of the change log. */
export function seen(province: TestProvince, truth: readonly Truth[]): Picture[] {
	const parents = new Map<number, number | null>([
		[province.provinceId, null],
		...province.communes.flatMap(({ id, villages }) => [
			[id, province.provinceId] as const,
			...villages.map((village) => [village.id, id] as const),
		]),
	]);
	const versions = new Map<number, { version: number; counts: string }>();
	const versionOf = ({ unitId, publication }: PublishedRow): number | null => {
		const latest = publication?.versions.at(-1);
		if (!latest) return null;
		const counts = JSON.stringify([latest.able, latest.base]);
		const before = versions.get(unitId);
		if (before?.counts === counts) return before.version;
		const version = (before?.version ?? 0) + 1;
		versions.set(unitId, { version, counts });
		return version;
	};
	return truth.map(({ published }) => {
		const cellsOf = (unitId: number | null | undefined) =>
			published.find((row) => row.unitId === unitId)?.publication?.versions.at(-1)?.cells;
		return published
			.filter(({ unitId }) => parents.has(unitId))
			.map((row) => {
				const parentId = parents.get(row.unitId) ?? null;
				const hasBelow = published.some(({ unitId }) => parents.get(unitId) === row.unitId);
				return see(row, parentId, versionOf(row), cellsOf(parentId) ?? [], hasBelow);
			});
	});
}

function see(
	row: PublishedRow,
	parentId: number | null,
	version: number | null,
	cellsAbove: readonly unknown[],
	hasBelow: boolean,
): SeenUnit {
	const latest = row.publication?.versions.at(-1);
	const smallestRange = smallestRangeOf(row.publication ?? {});
	const about = { id: row.unitId, parentId, version, smallestRange };
	if (!latest)
		return {
			...about,
			able: row.publicAble,
			base: row.publicBase,
			isCounted: measures.map(() => true),
			classes: measures.map(() => null),
			words: measures.map(() => null),
		};
	// The public sees the sum of the units below, and no "< 5".
	const isReplaced = latest.cells.map((cell) => cell === 'waiting' && hasBelow);
	const isTold = (measure: number, able: number) =>
		row.publication?.classed === true &&
		(latest.cells[measure] !== 'waiting' ||
			isTooSmall(able, latest.base[measure] ?? 0, smallestRange));
	return {
		...about,
		able: latest.able.map((able, measure) =>
			latest.cells[measure] === 'shown' && typeof cellsAbove[measure] !== 'number' ? able : null,
		),
		base: latest.base,
		isCounted: latest.cells.map((cell) => cell !== 'waiting'),
		classes: latest.able.map((able, measure) =>
			isTold(measure, able) ? classRange(able, latest.base[measure] ?? 0, smallestRange) : null,
		),
		words: latest.able.map((able, measure) =>
			isReplaced[measure] ? null : wordRange(able, latest.base[measure] ?? 0),
		),
		standing: row.publicAble,
		mayBeFound: isReplaced,
	};
}
