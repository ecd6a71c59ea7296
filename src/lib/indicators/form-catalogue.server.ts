import type { FormCatalogue } from '../contracts/indicators';
import { catalogue } from './catalogue';
import { reportableCodes, totals } from './rules.server';

/** What can be reported beside the household skills, with the rules that a form checks by. */
export function formCatalogue(locale: 'vi' | 'en'): FormCatalogue {
	return {
		indicators: catalogue
			.filter(({ code }) => reportableCodes.has(code))
			.map(({ code, group, name, cumulative }) => ({
				code,
				group,
				name: name[locale],
				cumulative,
			})),
		totals,
	};
}
