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

/**
 * Whose figures make the total of a level, so that nothing is counted twice. `each`: everybody counts
 * what they did themselves, and all of it adds up. `places`: communes and villages count; what others
 * count of the same stands beside. `organisations`: those that are asked for it count for their level,
 * and communes' figures stand in where none of them has reported.
 */
export type Counting = 'each' | 'places' | 'organisations';

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
