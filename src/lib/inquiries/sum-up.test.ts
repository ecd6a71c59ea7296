import { expect, it } from 'vitest';
import type { Question } from '../contracts/inquiries';
import { faultsOf } from './answers';
import { answersFromForm } from './form';
import { sumUp } from './sum-up';

const question = (key: string, change: Partial<Question>): Question => ({
	...{ key, kind: 'number', label: key, explanation: '', required: false, unit: 'người' },
	...{ least: null, most: null, summed: true, options: [], several: false, ...change },
});
const options = ['Sáng', 'Chiều'];

it('numbers add up exactly where they may, and say the smallest and the largest', () => {
	const answers = [0.1, 0.2, 1200].map((q1, unitId) => ({ unitId, answers: { q1 } }));
	expect(sumUp([question('q1', {})], [...answers, { unitId: 9, answers: {} }])).toMatchObject([
		{ answered: 3, sum: 1200.3, least: 0.1, most: 1200 },
	]);
	expect(sumUp([question('q1', { summed: false })], answers)).toMatchObject([{ sum: null }]);
	expect(sumUp([question('q1', {})], [])).toMatchObject([{ answered: 0, sum: null, least: null }]);
});

it('choices are counted, with shares of those who answered, options of an earlier version too', () => {
	const asked = question('q1', { kind: 'choice', options, several: true });
	const given = [['Sáng'], ['Sáng', 'Chiều'], ['Tối'], ['Sáng']];
	const answers = given.map((q1, unitId) => ({ unitId, answers: { q1 } }));
	expect(sumUp([asked], answers)).toMatchObject([
		{
			answered: 4,
			options: [
				{ option: 'Sáng', count: 3, share: 0.75 },
				{ option: 'Chiều', count: 1, share: 0.25 },
				{ option: 'Tối', count: 1, share: 0.25 },
			],
		},
	]);
});

it('what is typed becomes what it says, and what says nothing else is left for the checks', () => {
	const questions = [
		question('q1', {}),
		question('q2', { kind: 'choice', options }),
		question('q3', { kind: 'date' }),
		question('q4', { kind: 'text' }),
	];
	const form = (fields: Record<string, string[]>) =>
		answersFromForm(questions, (name) => fields[name] ?? []);
	const typed = { q1: ['1.234,5'], q2: ['Sáng'], q3: ['2022-04-30'], q4: ['  Bà A  '] };
	expect(form(typed)).toEqual({ q1: 1234.5, q2: ['Sáng'], q3: '2022-04-30', q4: 'Bà A' });
	expect(form({ q1: [' '], q4: [''] })).toEqual({});
	const wrong = form({ q1: ['khoảng 5'], q3: ['2022-02-30'] });
	expect(faultsOf(questions, wrong)).toMatchObject([
		{ field: 'q1', rule: 'number' },
		{ field: 'q3', rule: 'day' },
	]);
});
