/**
 * What no text holds: controls other than tabs and line ends, halves of a surrogate pair, and code
 * points that Unicode keeps for programs. PostgreSQL refuses the first of them and XML them all, so
 * they end at the border.
 */
const unsound = /[\p{Cs}\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u;
const everyUnsound = new RegExp(unsound, 'gu');

export const isSoundText = (text: string): boolean => !unsound.test(text);

/** The same text without what no text holds: people paste it in without seeing it. */
export const soundText = (text: string): string => text.replace(everyUnsound, '');

/** What is said of a field with such a character. */
export const unsoundText = {
	rule: 'unsoundText',
	message: 'has a character that no text holds',
} as const;

/** Paths of the texts in what came in that are none, and of what has a field with such a name. */
export function unsoundFields(input: unknown, path = ''): string[] {
	if (typeof input === 'string') return isSoundText(input) ? [] : [path];
	if (typeof input !== 'object' || input === null) return [];
	return Object.entries(input).flatMap(([name, value]) => [
		...(isSoundText(name) ? [] : [path]),
		...unsoundFields(value, path === '' ? name : `${path}.${name}`),
	]);
}

/** A text within an element or an attribute of XML or HTML. */
export const escapeXml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
