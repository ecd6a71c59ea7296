import type { WorkMessages } from '../messages';
import { sentenceOf } from '../messages/problem-texts';

/** One fault of a form: the field's name and the rule that it breaks. */
export interface FormProblem {
	field: string;
	rule: string;
}

type Words = WorkMessages['teams']['problems'];

/** Rules that are told in the words of another one. */
const toldAs: Partial<Record<string, keyof Words>> = {
	notYourTeam: 'notYourUnit',
};

const dayFields = [
	'foundedOn',
	'reestablishedOn',
	'closedOn',
	'fromOn',
	'helpsFrom',
	'untilOn',
	'mergedOn',
	'rosterCompleteOn',
	'issuedOn',
	'validFrom',
	'validTo',
	'day',
];

/**
 * A fault in the reader's words. What a team's schema refuses is told by its field: it reads files and
 * programs too, so its rules are the schema's own and have no words.
 */
export function problemText({ field, rule }: FormProblem, t: Words): string {
	const named = sentenceOf(toldAs[rule] ?? rule, t);
	if (named !== undefined) return named;
	if (field === 'untilOn' && rule === 'schema.check') return t.untilBeforeFrom;
	if (dayFields.includes(field)) return t.day;
	if (field === 'phone') return t.phone;
	if (field === 'zaloGroupLink' || field === 'householdGroupLink') return t.zaloLink;
	if (field.startsWith('tallyNumbers')) return t.tallyNumbers;
	if (field === 'year') return t.year;
	if (field === 'kinds' || field === 'demand.seat') return t.choose;
	if (field === 'demand.least' || field === 'demand.most') return t.people;
	if (field === 'demand') return t.mostBelowLeast;
	if (field === 'teamIds') return t.fewTeams;
	if (field.startsWith('zaloPatterns')) return t.pattern;
	return rule === 'schema.min_length' || rule === 'schema.picklist' ? t.required : t.other;
}

/** What is wrong, by field. */
export const problemTexts = (problems: readonly FormProblem[], t: Words): Map<string, string> =>
	new Map(problems.map((problem) => [problem.field, problemText(problem, t)]));
