import type { Messages } from '../../types';

export const indicators: Messages['indicators'] = {
	groups: {
		organisation: 'Organisation',
		outreach: 'Outreach',
		training: 'Training',
		digitalGovernment: 'Digital government',
		digitalEconomy: 'Digital economy',
		digitalSociety: 'Digital society',
		skillsCoverage: 'Skills coverage',
		support: 'Support',
	},
	countingUnits: {
		people: 'people',
		occurrences: 'occurrences',
		households: 'households',
		sessions: 'sessions, classes',
		items: 'items',
		dong: 'đồng',
		share: 'share',
	},
	timeRules: {
		sumOfMonths: 'Months add up',
		latestValue: 'Newest month counts',
		ratioOfSums: 'One sum over the other',
	},
	columns: {
		indicator: 'Indicator',
		countingUnit: 'Counted in',
		timeRule: 'Over months',
		source: 'Source',
	},
};
