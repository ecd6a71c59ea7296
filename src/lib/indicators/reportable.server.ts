import { catalogue } from './catalogue';
import type { Indicator } from './indicator';
import { reportableCodes } from './rules.server';

export type { Indicator };

/** The whole catalogue, for those who put it on paper. */
export const everyIndicator: readonly Indicator[] = catalogue;

/** What a report's values may name, in the order in which people read it. */
export const reportableIndicators: readonly Indicator[] = catalogue.filter(({ code }) =>
	reportableCodes.has(code),
);
