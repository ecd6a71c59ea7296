import { expect, it } from 'vitest';
import { accountedHouseholds, assess, runningTotals, type AssessmentFacts } from './assess';

const facts: AssessmentFacts = {
	unit: '98000-01',
	period: '2026-10',
	catalogue: {
		indicators: [
			{ code: 'sessions', group: 'training', name: 'Lớp', cumulative: false },
			{ code: 'ecommerce', group: 'training', name: 'Lớp mua bán', cumulative: false },
			{ code: 'payment', group: 'training', name: 'Lớp thanh toán', cumulative: false },
			{ code: 'accounts', group: 'digitalGovernment', name: 'Tài khoản', cumulative: true },
		],
		totals: [{ total: 'sessions', parts: ['ecommerce', 'payment'], rule: 'equal' }],
	},
	earlier: {
		period: '2026-09',
		householdSkills: { households: 180, vneid: 120 },
		values: { accounts: 50 },
	},
	warnings: { history: [{ 'householdSkills.vneid': 120 }], peers: {} },
};

const found = (entered: Record<string, string>) => {
	const { problems, warnings } = assess(entered, facts);
	return {
		problems: problems.map(({ field, rule }) => `${field} ${rule}`),
		warnings: warnings.map(({ field, rule }) => `${field} ${rule}`),
	};
};

it('says what the server would say', () => {
	expect(
		found({
			'householdSkills.households': '180',
			'householdSkills.allFive': '181',
			'householdSkills.vneid': '119',
			'values.sessions': '3',
			'values.ecommerce': '1',
			'values.payment': '1',
			'values.accounts': '49',
		}).problems,
	).toEqual([
		'householdSkills.allFive atMostHouseholds',
		'values.sessions partsEqualTotal',
		'householdSkills.vneid fallNeedsReason',
		'values.accounts fallNeedsReason',
	]);
	expect(found({ 'householdSkills.vneid': '119', reason: 'hai hộ chuyển đi' }).problems).toEqual(
		[],
	);
	expect(found({}).problems).toEqual(['householdSkills nothingReported']);
});

it('warns without standing in the way', () => {
	const entered = { 'householdSkills.households': '180', 'householdSkills.vneid': '175' };
	expect(found(entered)).toEqual({ problems: [], warnings: ['householdSkills.vneid jump'] });
});

it('adds up as one types', () => {
	expect(accountedHouseholds({})).toBeNull();
	expect(
		accountedHouseholds({
			'householdSkills.households': '1.180',
			'householdSkills.allFive': '97',
			'householdSkills.assisted': '12',
		}),
	).toEqual({ parts: [97, 12], sum: 109, of: 1180 });
	const entered = { 'values.ecommerce': '13', 'values.payment': '26' };
	expect(runningTotals(entered, facts.catalogue.totals).get('sessions')).toEqual({
		parts: [13, 26],
		sum: 39,
		of: null,
	});
});

it('holds households against the register before anything is sent', () => {
	const register = {
		unit: { kind: 'thon', name: 'Lai Khê' },
		register: 100,
		limit: 110,
		explained: null,
		reason: null,
	} as const;
	const rulesOf = (households: string) =>
		assess({ 'householdSkills.households': households }, { ...facts, register }).problems.map(
			({ rule }) => rule,
		);
	expect(rulesOf('110')).not.toContain('aboveRegister');
	expect(rulesOf('111')).toContain('aboveRegister');
});
