import type { Reading } from '../../contracts/coverage';
import type { Language } from '../../messages/context';

/** A reading in the few words of a table cell; `reported` tells "nothing approved" from "not in the report". */
export function readingText(
	reading: Reading,
	reported: boolean,
	{ t, format }: Pick<Language, 't' | 'format'>,
): string {
	switch (reading.kind) {
		case 'share':
			return reading.able === 0 ? t.common.zero : format.share(reading.share);
		case 'hidden':
			return t.common.hidden;
		case 'insufficient':
			return t.common.insufficient;
		case 'none':
			return reported ? t.common.notGiven : t.common.notYet;
	}
}
