import { common } from './common';

const kinds = Object.values(common.kinds).filter((word) => word !== '');

/**
 * A unit's name within a sentence: the word for its kind is a common noun, `tỉnh Nam Định`, but for
 * what is named by a number, `Quận 1` (Decree 30/2020, Annex II, part III, 1).
 */
export function inSentence(unitName: string): string {
	const kind = kinds.find((word) => unitName.startsWith(`${word} `));
	if (kind === undefined || /^\d/.test(unitName.slice(kind.length + 1))) return unitName;
	return unitName.charAt(0).toLocaleLowerCase('vi') + unitName.slice(1);
}
