/** Lower case, no accents, `đ` and what looks like it as `d`; what isn't a letter stays. */
export const withoutAccents = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\p{Mn}\p{Cf}]/gu, '')
		.toLowerCase()
		.replace(/[đðɖ]/g, 'd');

/**
 * A name for comparing and searching: without accents, one space between words. Both placements of the
 * tone (`Hoà` = `Hòa`) and missing accents become equal.
 */
export const searchKey = (name: string): string =>
	withoutAccents(name)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Lower case, decomposed, each syllable's tone at its end: `hoà` and `hòa` become equal, `hoa` doesn't. */
export const withTonesLast = (text: string): string =>
	text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\p{L}\p{M}]+/gu, (syllable) => {
			const tones = syllable.match(toneMarks) ?? [];
			return syllable.replace(toneMarks, '') + tones.join('');
		});

/** Like `searchKey`, but accents stay, wherever the tone is written. */
export const spellingKey = (name: string): string =>
	withTonesLast(name)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
