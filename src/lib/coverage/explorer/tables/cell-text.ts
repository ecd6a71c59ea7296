import type { Reading } from '../../../contracts/coverage';
import type { Language } from '../../../messages/context';

/** The share of a row, in a column that says that it is %; the state beside it says why there is none. */
export function valueText(reading: Reading, { format, t }: Pick<Language, 't' | 'format'>): string {
	if (reading.kind === 'share') return format.percentage(reading.share);
	return reading.kind === 'hidden' ? t.common.hidden : '–';
}

/** How much of its register was reported, in a column that says that it is %. */
export function reportedText(
	reading: Reading,
	{ format, t }: Pick<Language, 't' | 'format'>,
): string {
	const share = 'reportedShare' in reading ? reading.reportedShare : null;
	if (share === null) return '–';
	return share > 1 ? t.common.overRegisterShort : format.percentage(share);
}
