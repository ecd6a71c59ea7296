import type { Counting, CountingUnit } from '../../contracts/indicators';

/** What of an indicator its weaknesses follow from. */
interface Weak {
	figures: { of: 'households' | 'things' } | null;
	countingUnit: CountingUnit;
	cumulative: boolean;
	counting: Counting;
	organisations: readonly unknown[];
}

export type Weakness =
	| 'volunteers'
	| 'coverage'
	| 'hidden'
	| 'cumulative'
	| 'twice'
	| 'organisations'
	| 'turns'
	| 'people';

/** What is known to be weak about an indicator, the gravest first. */
export function weaknessesOf(indicator: Weak): Weakness[] {
	const { figures, countingUnit, cumulative, counting, organisations } = indicator;
	const applies: Record<Weakness, boolean> = {
		volunteers: figures?.of === 'households' || countingUnit === 'households',
		coverage: figures?.of === 'households',
		hidden: figures?.of === 'households',
		cumulative,
		twice: counting === 'each' && organisations.length > 0,
		organisations: counting === 'organisations',
		turns: countingUnit === 'occurrences',
		people: countingUnit === 'people',
	};
	return weaknesses.filter((weakness) => applies[weakness]);
}

const weaknesses = [
	'volunteers',
	'coverage',
	'hidden',
	'cumulative',
	'twice',
	'organisations',
	'turns',
	'people',
] as const;
