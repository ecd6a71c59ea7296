import type { Reading } from '../../../contracts/coverage';
import type { Language } from '../../../messages/context';

/** A reading in the few words of a bar, a card or a table cell. */
export function readingText(
	reading: Reading,
	{ t, format }: Pick<Language, 't' | 'format'>,
): string {
	switch (reading.kind) {
		case 'share':
			return format.share(reading.share);
		case 'hidden':
			return t.common.hidden;
		case 'insufficient':
			return t.common.insufficient;
		case 'none':
			return t.common.none;
	}
}
