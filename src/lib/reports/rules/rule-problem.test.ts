import * as v from 'valibot';
import { expect, it } from 'vitest';
import { work as words } from '../../messages/vi/work';
import { ruleProblem } from './rule-problem';
import { AdHocInput, ExceptionInput, VersionInput, dueFields } from './schemas';

const t = words.cycle.deadlines.problems;

/** What the form says of a field that the schema refuses. */
function told(schema: v.GenericSchema, entered: Record<string, string>, field: string) {
	const { issues } = v.safeParse(schema, entered);
	const problems = (issues ?? []).map((issue) => ({
		field: v.getDotPath(issue) ?? 'form',
		rule: `schema.${issue.type}`,
	}));
	return ruleProblem(problems, field, t);
}

it('says which numbers a field takes', () => {
	const entered = { returnGraceDays: '61', cutOffDay: '29', registerMarginPercent: 'ba' };
	expect(told(VersionInput, entered, 'returnGraceDays')).toBe(t.number(0, 60));
	expect(told(VersionInput, entered, 'cutOffDay')).toBe(t.number(1, 28));
	expect(told(VersionInput, entered, 'registerMarginPercent')).toBe(t.number(0, 100));
	for (const { name } of dueFields)
		expect(told(VersionInput, { [name]: '0' }, name)).toBe(t.number(1, 28));
});

it('says of every field what it asks for', () => {
	const version = { validFrom: '', clause: 'abc', remindDaysBefore: 'một tuần' };
	expect(told(VersionInput, version, 'validFrom')).toBe(t.day);
	expect(told(VersionInput, version, 'clause')).toBe(t.text);
	expect(told(VersionInput, version, 'remindDaysBefore')).toBe(t.days);
	const exception = { unit: 'Thanh Yên', period: '11', until: '', reason: '' };
	expect(told(ExceptionInput, exception, 'unit')).toBe(t.unknownUnit);
	expect(told(ExceptionInput, exception, 'period')).toBe(t.unknownPeriod);
	expect(told(ExceptionInput, exception, 'until')).toBe(t.moment);
	expect(told(AdHocInput, { code: 'lừa đảo' }, 'code')).toBe(t.code);
});

it('tells a rule of the product in its own words', () => {
	const problems = [
		{ field: 'until', rule: 'past' },
		{ field: 'form', rule: 'forbidden' },
	];
	expect(ruleProblem(problems, 'until', t)).toBe(t.past);
	expect(ruleProblem(problems, 'form', t)).toBe(t.forbidden);
	expect(ruleProblem(problems, 'reason', t)).toBeUndefined();
});
