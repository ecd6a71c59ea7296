import type { FormCatalogue } from '../contracts/indicators';
import { catalogue } from './catalogue';
import { totals } from './rules.server';

/**
 * What a form asks for beside the household skills, with the rules that it checks by.
 * @param asked codes, as `reportableIn` answers.
 */
export function formCatalogue(locale: 'vi' | 'en', asked: ReadonlySet<string>): FormCatalogue {
	return {
		indicators: catalogue
			.filter(({ code }) => asked.has(code))
			.map(({ code, group, name, cumulative }) => ({
				code,
				group,
				name: name[locale],
				cumulative,
			})),
		totals,
	};
}
