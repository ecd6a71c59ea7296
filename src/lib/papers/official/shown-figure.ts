import type { Language } from '../../messages/context';
import type { Stated } from './figures';

/** `hơn 8.000`, `khoảng 80%`: a figure on a page, in its reader's language, where the paper's own is Vietnamese. */
export function shownFigure(
	{ value, qualifier }: Stated,
	isShare: boolean,
	{ t, format }: Pick<Language, 't' | 'format'>,
): string {
	const number = isShare ? format.partOfTarget(value) : format.number(value);
	return qualifier === '=' ? number : `${t.reports.form.marks[qualifier]} ${number}`;
}
