import type { FormCatalogue } from '../../contracts/indicators';
import type { EntryMessages } from '../../messages';
import type { Format } from '../../messages/format';
import type { RunningTotal } from '../intake/assess';
import type { ReportProblem } from '../intake/checks';
import { problemText } from '../intake/problem-text';
import { householdFields } from './form';
import { wholeReport, type ReportWarning } from '../intake/warnings';

const skillsPrefix = 'householdSkills.';
const valuesPrefix = 'values.';

/** A field of the form in the reader's words. */
export function figureName(
	field: string,
	fields: EntryMessages['reportForm']['form']['fields'],
	indicators: FormCatalogue['indicators'],
	entry: EntryMessages,
): string {
	if (field === wholeReport) return entry.warnings.whole;
	const household = householdFields.find((name) => field === skillsPrefix + name);
	if (household) return fields[household];
	return indicators.find(({ code }) => field === valuesPrefix + code)?.name ?? field;
}

/** All that is wrong with each field, in the reader's words. */
export function errorTexts(
	problems: readonly ReportProblem[],
	t: EntryMessages['reportForm']['problems'],
	format: Format,
): Map<string, string> {
	const texts = new Map<string, string>();
	for (const problem of problems) {
		const before = texts.get(problem.field);
		const text = problemText(problem, t, format);
		texts.set(problem.field, before === undefined ? text : `${before} ${text}`);
	}
	return texts;
}

/** What looks odd, in the reader's words. */
export function warningText(
	{ rule, numbers: { value, usual } }: ReportWarning,
	t: EntryMessages['warnings'],
	format: Format,
): string {
	switch (rule) {
		case 'jump':
		case 'unlikeHistory':
			return t[rule](format.number(value), format.number(usual));
		case 'unlikePeers':
			return t.unlikePeers(format.share(value), format.share(usual));
		case 'roundNumbers':
		case 'copyOfLast':
			return t[rule];
	}
}

/** Most deadlines are the beginning of a day, which then goes without saying. */
export function dueText(due: string, t: EntryMessages, format: Format): string {
	const time = format.time(due);
	return time === '00:00' ? t.due(format.date(due)) : t.dueAt(time, format.date(due));
}

/** `97 + 12 = 109 of 180`, as far as it is known. */
export function accountedText(
	total: RunningTotal | null,
	t: EntryMessages,
	format: Format,
): string | undefined {
	if (!total || total.parts.length < 2) return undefined;
	const parts = total.parts.map((part) => format.number(part)).join(' + ');
	const sum = format.number(total.sum);
	return total.of === null
		? t.accountedSoFar(parts, sum)
		: t.accounted(parts, sum, format.number(total.of));
}

export function partsText(
	total: RunningTotal | undefined,
	t: EntryMessages,
	format: Format,
): string | undefined {
	if (!total || total.parts.length < 2) return undefined;
	const parts = total.parts.map((part) => format.number(part)).join(' + ');
	return t.partsSum(parts, format.number(total.sum));
}
