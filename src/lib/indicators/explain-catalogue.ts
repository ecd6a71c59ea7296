import { indicatorGroups } from '../contracts/indicators';
import { catalogue } from './catalogue';

/** What every indicator means and how it is added up, by group, in the reader's language. */
export const explainCatalogue = (locale: 'vi' | 'en') =>
	indicatorGroups.map((group) => ({
		group,
		indicators: catalogue
			.filter((indicator) => indicator.group === group)
			.map(({ code, name, definition, countingUnit, timeRule, cumulative, source }) => ({
				...{ code, countingUnit, timeRule, cumulative, source },
				name: name[locale],
				definition: definition[locale],
			})),
	}));
