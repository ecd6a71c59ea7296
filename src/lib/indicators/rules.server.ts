import { catalogue } from './catalogue';

/** What a report's values may name: counts only. Household skills have a block of their own. */
export const reportableCodes: ReadonlySet<string> = new Set(
	catalogue
		.filter(({ ratio, group }) => ratio === null && group !== 'skillsCoverage')
		.map(({ code }) => code),
);

/** What post and telecom enterprises report: products on marketplaces, help given to people and teams. */
export const enterpriseCodes: ReadonlySet<string> = new Set([
	'ocopProducts',
	'ocopProductsListed',
	'marketplaceShops',
	'marketplaceBuyers',
	'paymentAccounts',
	'citizenSessions',
	'devices',
	'fundingGiven',
]);

const cumulativeCodes = new Set(
	catalogue.filter(({ cumulative }) => cumulative).map(({ code }) => code),
);

/** Whether a fall from one month to the next needs a written reason. */
export const isCumulative = (code: string): boolean => cumulativeCodes.has(code);

/**
 * Parts that a report gives beside their total. The parts that are known never exceed it; with
 * `equal`, parts that are all known make it up exactly.
 */
export interface Total {
	total: string;
	parts: readonly string[];
	rule: 'equal' | 'atMost';
}

export const totals: readonly Total[] = [
	{
		total: 'citizenSessions',
		parts: ['citizenSessionsEcommerce', 'citizenSessionsEpayment', 'citizenSessionsOtherTopics'],
		rule: 'equal',
	},
	{ total: 'communesRequired', parts: ['communesWithTeam'], rule: 'atMost' },
	{ total: 'villagesRequired', parts: ['villagesWithTeam'], rule: 'atMost' },
	{ total: 'members', parts: ['youthMembers'], rule: 'atMost' },
	{ total: 'teachers', parts: ['teachersTrained'], rule: 'atMost' },
	{ total: 'paymentAccounts', parts: ['payingPeople'], rule: 'atMost' },
	{ total: 'ocopProducts', parts: ['ocopProductsListed'], rule: 'atMost' },
];
