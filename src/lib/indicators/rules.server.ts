import { formKinds, type FormKind } from '../contracts/reports';
import { catalogue } from './catalogue';
import type { Indicator } from './indicator';

/** What a report's values may name: counts only. Household skills have a block of their own. */
export const reportableCodes: ReadonlySet<string> = new Set(
	catalogue
		.filter(({ ratio, group }) => ratio === null && group !== 'skillsCoverage')
		.map(({ code }) => code),
);

const isAskedOf = ({ counting, organisations, askedFrom }: Indicator, form: FormKind): boolean => {
	if (form === 'village') return askedFrom === 'village';
	if (form === 'commune') return askedFrom !== null;
	return form === 'level'
		? counting === 'each' && askedFrom !== null
		: organisations.includes(form);
};

const askedByForm = new Map<FormKind, ReadonlySet<string>>(
	formKinds.map((form) => [
		form,
		new Set(
			catalogue
				.filter((indicator) => reportableCodes.has(indicator.code) && isAskedOf(indicator, form))
				.map(({ code }) => code),
		),
	]),
);

/** Codes that a form of this kind asks for. */
export const codesOfForm = (form: FormKind): ReadonlySet<string> =>
	askedByForm.get(form) ?? new Set();

/**
 * Codes that are taken in from whoever reports by a form of this kind. Of a village also what only its
 * commune is asked for: files and programs may hold it.
 */
export const codesTakenBy = (form: FormKind): ReadonlySet<string> =>
	codesOfForm(form === 'village' ? 'commune' : form);

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
	{
		total: 'onlineFilingsHelped',
		parts: ['onlineFilingsPartial', 'onlineFilingsFull'],
		rule: 'atMost',
	},
	{
		total: 'marketplaceShops',
		parts: ['marketplaceShopsPostmart', 'marketplaceShopsVoso', 'marketplaceShopsOther'],
		rule: 'atMost',
	},
	{ total: 'communesRequired', parts: ['communesWithTeam'], rule: 'atMost' },
	{ total: 'villagesRequired', parts: ['villagesWithTeam'], rule: 'atMost' },
	{ total: 'members', parts: ['youthMembers'], rule: 'atMost' },
	{ total: 'eligibleCitizens', parts: ['identityAccountsActivated'], rule: 'atMost' },
	{ total: 'pupils', parts: ['pupilsTaught'], rule: 'atMost' },
	{ total: 'schools', parts: ['schoolsTeaching'], rule: 'atMost' },
	{ total: 'teachers', parts: ['teachersTrained'], rule: 'atMost' },
	{ total: 'paymentAccounts', parts: ['payingPeople'], rule: 'atMost' },
	{ total: 'ocopProducts', parts: ['ocopProductsListed'], rule: 'atMost' },
];
