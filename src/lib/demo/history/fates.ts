import { randomFor, type Random } from '../random';
import type { Commune } from '../province/province';

/** What is special about a commune in the newest month that is due. */
export type Plight = 'missing' | 'late' | 'insufficient' | 'zero' | 'none';

const plights: readonly [plight: Plight, count: number, landscape: Commune['landscape']][] = [
	['zero', 1, 'mountain'],
	['missing', 2, 'mountain'],
	['missing', 2, 'plain'],
	['late', 3, 'plain'],
	['late', 2, 'mountain'],
	['late', 1, 'town'],
	['insufficient', 2, 'mountain'],
	['insufficient', 1, 'plain'],
];

/** By code of the communes of today; those not named do as they should. */
export function plightsOf(communes: readonly Commune[]): Map<string, Plight> {
	const random = randomFor('plights');
	const found = new Map<string, Plight>();
	for (const [plight, count, landscape] of plights) {
		const free = communes.filter(
			(commune) =>
				commune.validTo === null &&
				commune.landscape === landscape &&
				!commune.reportsItself &&
				commune.villages.length >= 6 &&
				commune.villages.length <= 12 &&
				!found.has(commune.code),
		);
		for (let index = 0; index < count; index += 1) {
			const choice = random.pick(free.filter(({ code }) => !found.has(code)));
			found.set(choice.code, plight);
		}
	}
	return found;
}

/** How a village's report of one month came in. */
export type Fate = 'onTime' | 'late' | 'missing';

/** Most communes are on time as a whole; some leave a village or two behind, few are late altogether. */
export function fatesOf(commune: Commune, villages: number, random: Random): Fate[] {
	const care = randomFor('care', commune.place).between(0.55, 1);
	const trouble = random.next() * (0.5 + care / 2);
	const all = (fate: Fate) => Array.from({ length: villages }, () => fate);
	if (trouble < 0.006) return all('missing');
	if (trouble < 0.03) return all('late');
	if (trouble > 0.13) return all('onTime');
	const behind = new Set([random.whole(0, villages - 1), random.whole(0, villages - 1)]);
	const fate: Fate = trouble < 0.055 ? 'missing' : 'late';
	return all('onTime').map((usual, index) => (behind.has(index) ? fate : usual));
}
