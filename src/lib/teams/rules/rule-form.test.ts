import * as v from 'valibot';
import { expect, it } from 'vitest';
import { RuleInput } from '../composition';
import { documentRules } from './documents';
import { formOfRule, ruleFromForm } from './rule-form';

it.each(documentRules)('$code goes through the form unchanged', (rule) => {
	const { code: _, issuer, ...kept } = rule;
	expect(issuer.code).toMatch(issuer.level === 'province' ? /^\d\d$/ : /^\d{3}$/);
	const parsed = v.parse(RuleInput, ruleFromForm({ ...formOfRule(rule), unitId: '7' }));
	expect(parsed).toEqual({ ...kept, kinds: [...kept.kinds], unitId: 7 });
});

it('leaves what is no number for the schema to refuse', () => {
	const [rule] = documentRules;
	if (!rule) throw new Error('There are rules.');
	const entered = { ...formOfRule(rule), unitId: '', least: 'ba' };
	expect(v.is(RuleInput, ruleFromForm(entered))).toBe(false);
	expect(v.is(RuleInput, ruleFromForm({ ...entered, least: '3' }))).toBe(true);
});
