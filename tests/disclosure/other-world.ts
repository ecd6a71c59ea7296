import type { Interval } from '../../src/lib/coverage/disclosure/versions';
import type { Random } from '../faults/random';
import { highs, systemOf, type Picture } from './attacker';

/**
 * Another world in which everything public is the same: whole numbers for all hidden counts, by their
 * names, each as far up or down as the others let it, whichever way the dice say.
 * @param kept what isn't public in so many words but follows from what is: no count leaves its interval.
 */
export function otherWorld(
	pictures: readonly Picture[],
	kept: ReadonlyMap<string, Interval>,
	random: Random,
): Map<string, number> {
	const { hidden, rows } = systemOf(pictures, 'atItsWord');
	const names = [...hidden.keys()];
	if (names.length === 0) return new Map();
	const found = highs.solve(
		[
			'Maximize',
			' obj:',
			...names.map((name) => ` ${random.chance(0.5) ? '+' : '-'} ${name}`),
			'Subject To',
			...rows.map(({ terms, relation, bound }) => ` ${terms.join(' ')} ${relation} ${bound}`),
			'Bounds',
			...[...hidden].map(([name, { low, high }]) => {
				const within = kept.get(name);
				return ` ${Math.max(low, within?.low ?? low)} <= ${name} <= ${Math.min(high, within?.high ?? high)}`;
			}),
			'General',
			...names.map((name) => ` ${name}`),
			'End',
		].join('\n'),
	);
	if (found.Status !== 'Optimal') throw new Error(`No other world: ${found.Status}`);
	return new Map(names.map((name) => [name, Math.round(found.Columns[name]?.Primal ?? NaN)]));
}
