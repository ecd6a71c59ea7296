export const countingUnits = [
	'people',
	'occurrences',
	'households',
	'sessions',
	'items',
	'dong',
	'share',
] as const;
export type CountingUnit = (typeof countingUnits)[number];

export const indicatorGroups = [
	'organisation',
	'outreach',
	'training',
	'digitalGovernment',
	'digitalEconomy',
	'digitalSociety',
	'skillsCoverage',
	'support',
] as const;
export type IndicatorGroup = (typeof indicatorGroups)[number];

export type Direction = 'higherIsBetter' | 'lowerIsBetter' | 'neutral';

/** How values of several months make one: added up, the newest one, or numerators over denominators. */
export type TimeRule = 'sumOfMonths' | 'latestValue' | 'ratioOfSums';

/** How values of several units make one; never across counting units. */
export type UnitRule = 'sum' | 'ratioOfSums';

/** What an entry form needs to know of the catalogue, in the reader's language. */
export interface FormCatalogue {
	/** What can be reported, in the order in which people read it. */
	indicators: {
		code: string;
		group: IndicatorGroup;
		name: string;
		/** A fall from one period to the next needs a written reason. */
		cumulative: boolean;
	}[];
	totals: readonly { total: string; parts: readonly string[]; rule: 'equal' | 'atMost' }[];
}
