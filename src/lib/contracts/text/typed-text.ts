/** Marks without a width of their own that spreadsheets, web pages and Zalo leave in copied texts. */
const invisible = /\p{Cf}/gu;
/** Letters that look like Đ and are others: Icelandic eth, African D. */
const likeD = new Map([
	['Ð', 'Đ'],
	['Ɖ', 'Đ'],
	['ð', 'đ'],
	['ɖ', 'đ'],
]);

/** A text as its writer meant it: composed, every space an ordinary one, nothing invisible, Đ for what looks like it. */
export const cleanText = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/\p{Zs}/gu, ' ')
		.replace(invisible, '')
		.replace(/[ÐƉðɖ]/g, (letter) => likeD.get(letter) ?? letter)
		.trim();

/** `1.234` and `1 234` are how people write thousands here; anything else stays for the checks to refuse. */
export function typedNumber(text: string): number | string | null {
	const compact = text.trim().replace(/(?<=\d)[.\s\u00a0](?=\d{3}(\D|$))/g, '');
	if (compact === '') return null;
	return /^\d+$/.test(compact) ? Number(compact) : text;
}

/** The same with decimals behind a comma and a sign before it: `1.234,5` is 1234.5. */
export function typedDecimal(text: string): number | string | null {
	const compact = text.trim().replace(/(?<=\d)[.\s\u00a0](?=\d{3}(\D|$))/g, '');
	if (compact === '') return null;
	return /^-?\d+(?:,\d+)?$/.test(compact) ? Number(compact.replace(',', '.')) : text;
}
