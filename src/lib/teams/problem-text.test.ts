import { expect, it } from 'vitest';
import { work as words } from '../messages/vi/work';
import { problemText } from './problem-text';

const told = (rule: string, field = 'anything') =>
	problemText({ field, rule }, words.teams.problems);

it('tells a rule in its own words, or in those of the one that it resembles', () => {
	const { problems } = words.teams;
	expect(told('twoLeaders')).toBe(problems.twoLeaders);
	expect(told('notYourTeam')).toBe(problems.notYourUnit);
	expect(told('beforeFrom', 'validTo')).toBe(problems.beforeFrom);
	expect(told('constructor')).toBe(problems.other);
});

it('tells what a schema refuses by its field', () => {
	const { problems } = words.teams;
	expect(told('schema.check', 'untilOn')).toBe(problems.untilBeforeFrom);
	expect(told('schema.regex', 'foundedOn')).toBe(problems.day);
	expect(told('schema.regex', 'tallyNumbers.3')).toBe(problems.tallyNumbers);
	expect(told('schema.min_length', 'name')).toBe(problems.required);
	expect(told('schema.number', 'demand.least')).toBe(problems.people);
	expect(told('schema.min_length', 'kinds')).toBe(problems.choose);
	expect(told('schema.max_length', 'name')).toBe(problems.other);
});
