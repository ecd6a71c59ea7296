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
