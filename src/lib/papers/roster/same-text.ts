import { searchKey } from '../../contracts/text/search-key';

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Lower case, with each syllable's tone at its end: `Hoà` and `Hòa` become one. */
function toneKey(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\p{L}\p{M}]+/gu, (syllable) => {
			const tones = syllable.match(toneMarks) ?? [];
			return syllable.replace(toneMarks, '') + tones.join('');
		})
		.normalize('NFC')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** Whether two texts differ in nothing but where tones stand, case and spaces. */
export const sameSpelling = (one: string, other: string): boolean =>
	toneKey(one) === toneKey(other);

/** Whether what a file says is what is stored: a file may have lost its accents, the store may not. */
export const saysTheSame = (written: string, stored: string): boolean =>
	sameSpelling(written, stored) ||
	(searchKey(written) === searchKey(stored) && !/[\p{M}đ]/iu.test(written.normalize('NFD')));
