import type { WorkMessages } from '../messages';

/** One fault of a form: the field's name and the rule that it breaks. */
export interface FormProblem {
	field: string;
	rule: string;
}

const rulesByName: Record<string, keyof WorkMessages['teams']['problems']> = {
	numberOrFile: 'numberOrFile',
	fileEmpty: 'fileEmpty',
	fileTooLarge: 'fileTooLarge',
	fileOfOtherKind: 'fileOfOtherKind',
	fileDamaged: 'fileDamaged',
	pictureTooLarge: 'pictureTooLarge',
	emptyRoster: 'emptyRoster',
	sameName: 'sameName',
	notYourUnit: 'notYourUnit',
	notYourTeam: 'notYourUnit',
	notYoursToDecide: 'notYoursToDecide',
	membersBefore: 'membersBefore',
	membersAfter: 'membersAfter',
	beforeTeam: 'beforeTeam',
	beforeFrom: 'untilBeforeFrom',
	afterTeam: 'afterTeam',
	twoLeaders: 'twoLeaders',
	nothingToMerge: 'nothingToMerge',
	helpedLater: 'helpedLater',
	notServing: 'notServing',
	unknownAccount: 'unknownAccount',
	closedTeam: 'closedTeam',
	membersLater: 'membersLater',
	otherLevel: 'otherLevel',
	day: 'day',
	reason: 'reason',
	refused: 'refused',
	conflict: 'conflict',
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

/** A fault in the reader's words; rules that only programs can break get a general sentence. */
export function problemText(
	{ field, rule }: FormProblem,
	t: WorkMessages['teams']['problems'],
): string {
	const named = rulesByName[rule];
	if (named) return t[named];
	if (field === 'untilOn' && rule === 'schema.check') return t.untilBeforeFrom;
	if (dayFields.includes(field)) return t.day;
	if (field === 'phone') return t.phone;
	if (field === 'zaloGroupLink' || field === 'householdGroupLink') return t.zaloLink;
	if (field.startsWith('tallyNumbers')) return t.tallyNumbers;
	if (field === 'year') return t.year;
	if (field === 'teamIds') return t.fewTeams;
	if (field.startsWith('zaloPatterns')) return t.pattern;
	return rule === 'schema.min_length' || rule === 'schema.picklist' ? t.required : t.other;
}

/** What is wrong, by field. */
export const problemTexts = (
	problems: readonly FormProblem[],
	t: WorkMessages['teams']['problems'],
): Map<string, string> =>
	new Map(problems.map((problem) => [problem.field, problemText(problem, t)]));
