import type { WorkMessages } from '../../messages';
import { sentenceOf } from '../../messages/problem-texts';
import { dueDayRange, numberRanges } from './schemas';

type Words = WorkMessages['cycle']['deadlines']['problems'];

/** What a field asks for, said where what was entered isn't of that form. */
const askedFor: Partial<Record<string, Exclude<keyof Words, 'number'>>> = {
	unit: 'unknownUnit',
	period: 'unknownPeriod',
	code: 'code',
	remindDaysBefore: 'days',
	remindDaysAfter: 'days',
	validFrom: 'day',
	startsOn: 'day',
	endsOn: 'day',
	until: 'moment',
	due: 'moment',
};

const ranges = new Map<string, readonly [number, number]>(Object.entries(numberRanges));
const rangeOf = (field: string) => (field.startsWith('due.') ? dueDayRange : ranges.get(field));

/** What is wrong with one field, in the reader's words; undefined where nothing is. */
export function ruleProblem(
	problems: readonly { field: string; rule: string }[],
	field: string,
	t: Words,
): string | undefined {
	const rule = problems.find((problem) => problem.field === field)?.rule;
	if (rule === undefined) return undefined;
	const { number, ...sentences } = t;
	const named = sentenceOf(rule, sentences);
	if (named !== undefined) return named;
	if (rule === 'schema.partial_check') return t.order;
	const range = rangeOf(field);
	if (range) return number(...range);
	const asked = askedFor[field];
	if (asked) return t[asked];
	return rule === 'schema.min_length' ? t.text : t.other;
}
