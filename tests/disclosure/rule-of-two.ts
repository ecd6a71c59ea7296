import { measures } from '../../src/lib/contracts/coverage';
import { smallestRanges, type Counts } from '../../src/lib/contracts/publication';
import { classRange, isSensitive } from '../../src/lib/coverage/disclosure/versions';
import type { Picture, SeenUnit } from './attacker';
import { pictureOf, rollUp, type SmallProvince } from './play';

/**
 * The rule that was in use before, for the attacker to show that it would find something: small
 * counts are hidden, and where one sibling alone is, the smallest other one with it; every total
 * moves with every approval.
 */
export function playRuleOfTwo({ communes, steps }: SmallProvince): Picture[] {
	const current = new Map<number, { counts: Counts; version: number }>();
	return steps.map((step) => {
		for (const { unitId, counts } of step) {
			const { villages = [] } = communes.find(({ id }) => id === unitId) ?? {};
			const below = villages.flatMap((id) => current.get(id)?.counts ?? []);
			const version = (current.get(unitId)?.version ?? 0) + 1;
			current.set(unitId, { counts: counts === 'sum' ? rollUp(below) : counts, version });
		}
		const see = (id: number): SeenUnit | null => {
			const { counts, version } = current.get(id) ?? {};
			if (!counts || version === undefined) return null;
			const parentId = communes.find(({ villages }) => villages.includes(id))?.id ?? 0;
			const everything = measures.map(() => true);
			const nothing = measures.map(() => null);
			return {
				id,
				parentId,
				version,
				...counts,
				isCounted: everything,
				classes: nothing,
				words: nothing,
				smallestRange: smallestRanges.least,
			};
		};
		const all = pictureOf(communes, see, (id) => current.get(id)?.counts ?? null);
		return withMasks(all);
	});
}

function withMasks(all: Picture): Picture {
	const hidden = new Set<string>();
	for (const { id } of all)
		for (const measure of measures.keys())
			for (const unitId of hiddenAmong(
				all.filter(({ parentId }) => parentId === id),
				measure,
			))
				hidden.add(`${unitId}:${measure}`);
	return all.map((unit) => {
		const isHidden = (measure: number) => hidden.has(`${unit.id}:${measure}`);
		const isBelow = (measure: number) => hidden.has(`${unit.parentId}:${measure}`);
		return {
			...unit,
			able: unit.able.map((able, measure) => (isHidden(measure) || isBelow(measure) ? null : able)),
			classes: unit.able.map((able, measure) =>
				unit.parentId === 0 && unit.version !== null && isHidden(measure)
					? classRange(able ?? 0, unit.base[measure] ?? 0, smallestRanges.least)
					: null,
			),
		};
	});
}

function hiddenAmong(siblings: readonly SeenUnit[], measure: number): number[] {
	const baseOf = (unit: SeenUnit) => unit.base[measure] ?? 0;
	const withBase = siblings.filter((unit) => baseOf(unit) > 0);
	const primary = withBase.filter((unit) => isSensitive(unit.able[measure] ?? 0, baseOf(unit)));
	const [companion] = withBase
		.filter((unit) => !primary.includes(unit))
		.sort((one, other) => baseOf(one) - baseOf(other));
	const all = primary.length === 1 && companion ? [...primary, companion] : primary;
	return all.map(({ id }) => id);
}
