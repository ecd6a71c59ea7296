import { describe, expect, it } from 'vitest';
import { indicatorGroups } from '../contracts/indicators';
import { formKinds, type FormKind } from '../contracts/reports';
import { catalogue } from './catalogue';
import { codesOfForm, codesTakenBy, isCumulative, reportableCodes, totals } from './rules.server';

const byCode = new Map(catalogue.map((indicator) => [indicator.code, indicator]));

describe('the catalogue', () => {
	it('names each indicator once, in whole words', () => {
		expect(byCode.size).toBe(catalogue.length);
		for (const { code } of catalogue) expect(code).toMatch(/^[a-z][a-zA-Z0-9]+$/);
	});

	it('covers every group and says where each indicator comes from', () => {
		expect(new Set(catalogue.map(({ group }) => group))).toEqual(new Set(indicatorGroups));
		for (const { source } of catalogue)
			for (const clause of source.split('; '))
				expect(clause).toMatch(/^00[0-4] (§[IV\d][\w.]*|Phụ lục 1)$/);
	});

	it('divides counts by counts, never shares', () => {
		const ratios = catalogue.filter(({ ratio }) => ratio !== null);
		expect(ratios.length).toBeGreaterThan(10);
		for (const { ratio, timeRule, unitRule } of ratios) {
			expect(timeRule).toBe('ratioOfSums');
			expect(unitRule).toBe('ratioOfSums');
			for (const part of [ratio?.numerator, ratio?.denominator])
				expect(byCode.get(part ?? '')?.ratio).toBeNull();
		}
	});

	it('divides only what is counted alike, money per team aside', () => {
		for (const { ratio, countingUnit } of catalogue) {
			if (!ratio || countingUnit !== 'share') continue;
			expect(byCode.get(ratio.numerator)?.countingUnit).toBe(
				byCode.get(ratio.denominator)?.countingUnit,
			);
		}
	});

	it('lets no report name a ratio or a household skill', () => {
		expect(reportableCodes.has('ocopProductsListed')).toBe(true);
		expect(reportableCodes.has('ocopProductsListedShare')).toBe(false);
		expect(reportableCodes.has('allFiveHouseholds')).toBe(false);
	});

	it('asks a reason only for the fall of what grows by nature', () => {
		expect(isCumulative('vneidLevel2Accounts')).toBe(true);
		expect(isCumulative('outreachSessions')).toBe(false);
		expect(isCumulative('assistedHouseholds')).toBe(false);
		expect(isCumulative('noSuchCode')).toBe(false);
	});

	it('adds up only parts that are counted and reported like their total', () => {
		for (const { total, parts } of totals)
			for (const part of [total, ...parts]) {
				expect(reportableCodes.has(part)).toBe(true);
				expect(byCode.get(part)?.countingUnit).toBe(byCode.get(total)?.countingUnit);
			}
	});
});

describe('forms', () => {
	const asked = (form: FormKind) => [...codesOfForm(form)];

	it('ask organisations only for what is theirs', () => {
		expect(asked('coQuanGiaoDuc')).toEqual(
			expect.arrayContaining(['teachers', 'teachersTrained', 'pupilsTaught', 'schools']),
		);
		expect(asked('congAn')).toEqual(
			expect.arrayContaining(['eligibleCitizens', 'identityAccountsActivated']),
		);
		expect(asked('buuChinh')).toEqual(
			expect.arrayContaining([
				'teamsTrained',
				'communesHelped',
				'staffInTeams',
				'productsBroughtPostmart',
				'ocopProductsListed',
			]),
		);
		expect(asked('baoChi')).toEqual(expect.arrayContaining(['newsItems', 'radioProgrammes']));
		for (const code of ['ocopProducts', 'leaflets', 'teachers'])
			expect(asked('baoChi')).not.toContain(code);
	});

	it('ask a district and a province for what they did themselves, never for what places count', () => {
		for (const code of ['memberClasses', 'newsItems', 'leaflets', 'citizenSessions'])
			expect(asked('level')).toContain(code);
		for (const code of ['ocopProducts', 'paymentAccounts', 'members', 'staffInTeams'])
			expect(asked('level')).not.toContain(code);
	});

	it('ask villages and communes for nothing that only an organisation knows', () => {
		expect(asked('commune')).toContain('teachersTrained');
		for (const code of ['pupils', 'identityAccountsActivated', 'productsBroughtVoso'])
			expect(asked('commune')).not.toContain(code);
	});

	it('ask a village for nothing that only its commune knows', () => {
		const known = new Set(asked('village'));
		expect(asked('commune').filter((code) => !known.has(code))).toEqual([
			...['communesWithTeam', 'communesRequired', 'villagesWithTeam', 'villagesRequired'],
			...['communeTeamMembers', 'teamsReestablished', 'communeZaloGroups'],
			...['inspectionsMade', 'unitsInspected', 'findingsMended'],
			...['events', 'eventAttendance', 'oneStopDuties', 'oneStopHelped'],
			...['newsItems', 'radioProgrammes', 'memberClasses', 'memberClassAttendance'],
			...['teachersTrained', 'teachers', 'schoolFeesCashless', 'billsCashless'],
			...['fundingGiven', 'teamsFunded', 'villagesWithoutCoverage'],
		]);
	});

	it('ask a commune for all that its villages are asked for', () => {
		expect(asked('commune')).toEqual(expect.arrayContaining(asked('village')));
		expect(asked('village')).toEqual(
			expect.arrayContaining(['members', 'outreachSessions', 'citizenSessions', 'ocopProducts']),
		);
	});

	it('ask for a total wherever they ask for its parts', () => {
		for (const form of formKinds)
			for (const { total, parts } of totals)
				for (const part of parts)
					if (codesOfForm(form).has(part)) expect([form, ...asked(form)]).toContain(total);
	});

	it('are not all that is taken: a village may send what its commune is asked for, nobody else more', () => {
		expect(codesTakenBy('village')).toEqual(codesOfForm('commune'));
		for (const form of formKinds.filter((one) => one !== 'village'))
			expect(codesTakenBy(form)).toEqual(codesOfForm(form));
	});

	it('ask some form for whatever can be reported', () => {
		const all = new Set(formKinds.flatMap(asked));
		expect(all).toEqual(reportableCodes);
	});
});
