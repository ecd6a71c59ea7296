import { expect, it } from 'vitest';
import { parseReport } from './parse-report';

const report = { unit: '98000-01', period: '2026-10' };

it('reads a report', () => {
	expect(parseReport({ ...report, values: [{ indicator: 'leaflets', value: 5 }] })).toEqual({
		input: {
			...report,
			values: [{ indicator: 'leaflets', status: 'value', value: 5, qualifier: '=' }],
		},
		problems: [],
	});
});

it('names the field of a fault as a form does', () => {
	const { input, problems } = parseReport({
		...report,
		householdSkills: { households: '12,5' },
		values: [
			{ indicator: 'leaflets', value: 5 },
			{ indicator: 'members', value: -1 },
			{ indicator: 'teachers', status: 'value' },
		],
		explanations: [{ field: 'householdSkills.vneid', text: 'ừ' }],
		reason: 'x',
	});
	expect(input).toBeUndefined();
	expect(problems.map(({ field, rule }) => [field, rule])).toEqual([
		['householdSkills.households', 'schema.number'],
		['values.members', 'schema.min_value'],
		['values.teachers', 'schema.check'],
		['reason', 'schema.min_length'],
		['explanations.householdSkills.vneid', 'schema.min_length'],
	]);
});

it('names the report where there is nothing to name', () => {
	expect(parseReport('nonsense').problems.map(({ field }) => field)).toEqual(['report']);
});

it('names each text that is none', () => {
	const given = {
		...report,
		values: [{ indicator: 'leaf\ufffelets', value: 5 }],
		reason: 'đếm lại\0 rồi',
	};
	expect(parseReport(given).problems.map(({ field, rule }) => [field, rule])).toEqual([
		['values.0.indicator', 'unsoundText'],
		['reason', 'unsoundText'],
	]);
});
