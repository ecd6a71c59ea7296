import type { WorkMessages } from '../../messages';

/** What is wrong with one field, in the reader's words; undefined where nothing is. */
export function ruleProblem(
	problems: readonly { field: string; rule: string }[],
	field: string,
	t: WorkMessages['cycle']['deadlines']['problems'],
): string | undefined {
	const rule = problems.find((problem) => problem.field === field)?.rule;
	switch (rule) {
		case undefined:
			return undefined;
		case 'forbidden':
		case 'periodsMade':
		case 'versionExists':
		case 'past':
		case 'unknownUnit':
		case 'unknownPeriod':
		case 'periodNotBegun':
		case 'codeTaken':
			return t[rule];
		case 'schema.partial_check':
			return t.order;
		case 'schema.min_length':
			return t.text;
		case 'schema.union':
		case 'schema.min_value':
		case 'schema.max_value':
			return t.number;
		default:
			return t.other;
	}
}
