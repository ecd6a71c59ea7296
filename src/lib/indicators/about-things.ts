import { catalogue } from './catalogue';
import type { Indicator } from './indicator';

/** Where things are counted whose number says nothing of a person or a household. */
const groups = ['organisation', 'outreach', 'training', 'support'];
const isProduct = (code: string) => /^(ocopProducts|products)/.test(code);

/**
 * Whether figures of single places may be public without a rule that hides small ones: sessions,
 * leaflets, teams, products. People, households, turns, money and accounts may not.
 */
export function isAboutThings({ code, group, countingUnit, ratio }: Indicator): boolean {
	if (ratio !== null)
		return [ratio.numerator, ratio.denominator].every((part) => {
			const counted = catalogue.find((indicator) => indicator.code === part);
			return counted !== undefined && isAboutThings(counted);
		});
	if (countingUnit === 'sessions') return true;
	return countingUnit === 'items' && (groups.includes(group) || isProduct(code));
}
