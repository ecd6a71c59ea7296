import * as v from 'valibot';
import { unsoundFields, unsoundText } from '../../contracts/text/sound-text';
import type { ReportProblem } from './checks';
import { ReportInput } from '../schemas';

export interface ParsedReport {
	/** Missing where the schema was broken. */
	input?: ReportInput;
	problems: ReportProblem[];
}

/** Reads one report as it came in; the same for a form on a phone and for the server. */
export function parseReport(given: unknown): ParsedReport {
	const unsound = unsoundFields(given);
	if (unsound.length > 0)
		return { problems: unsound.map((field) => ({ field: field || 'report', ...unsoundText })) };
	const result = v.safeParse(ReportInput, given);
	if (result.success) return { input: result.output, problems: [] };
	const problems = result.issues.map((issue) => ({
		field: fieldOf(issue),
		rule: `schema.${issue.type}`,
		message: issue.message,
	}));
	return { problems };
}

const Named = v.object({ indicator: v.string() });
const About = v.object({ field: v.string() });

/** People know a value by its indicator, and a word by what it is about, not by a place in a list. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
	const [list, entry] = issue.path ?? [];
	if (list?.key === 'values' && v.is(Named, entry?.value)) return `values.${entry.value.indicator}`;
	if (list?.key === 'explanations' && v.is(About, entry?.value))
		return `explanations.${entry.value.field}`;
	return v.getDotPath(issue) ?? 'report';
}
