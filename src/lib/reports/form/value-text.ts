import type { EntryMessages, WorkMessages } from '../../messages';
import type { Format } from '../../messages/format';
import type { ReportedValue } from '../review/compare';
import { householdFields } from './form';

/** `householdSkills.allFive` or `values.CODE` in the reader's words. */
export function nameOfFigure(
	field: string,
	indicators: readonly { code: string; name: string }[],
	t: EntryMessages['reportForm'],
): string {
	const household = householdFields.find((name) => field === `householdSkills.${name}`);
	if (household) return t.form.fields[household];
	return indicators.find(({ code }) => field === `values.${code}`)?.name ?? field;
}

/** `hơn 340`, `chưa có`; a dash where nothing was reported. */
export function figureText(
	value: ReportedValue | null | undefined,
	t: WorkMessages['reports'],
	format: Format,
): string {
	if (!value) return '–';
	if (value.status === 'notAvailable') return t.history.unknown;
	if (value.status === 'notApplicable') return t.history.notApplicable;
	const number = format.number(value.value ?? 0);
	return value.qualifier === '=' ? number : `${t.form.marks[value.qualifier]} ${number}`;
}
