import type { Language } from '../../messages/context';
import type { Stated } from './figures';

/** `hơn 8.000`, `khoảng 80%`: a figure on a page, in its reader's language, where the paper's own is Vietnamese. */
export function shownFigure(
	{ value, qualifier }: Stated,
	isShare: boolean,
	{ entry, format }: Pick<Language, 'entry' | 'format'>,
): string {
	const number = isShare ? format.partOfTarget(value) : format.number(value);
	return qualifier === '=' ? number : `${entry.reportForm.form.marks[qualifier]} ${number}`;
}
