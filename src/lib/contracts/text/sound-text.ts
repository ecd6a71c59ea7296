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

/**
 * Paths of the texts in what came in that are none, and of what has a field with such a name. It
 * may be nested as deep as a body is long: what is left to look at is a list, not the stack.
 */
export function unsoundFields(input: unknown): string[] {
	const found: string[] = [];
	const left: { value: unknown; path: string }[] = [{ value: input, path: '' }];
	for (let next = left.pop(); next; next = left.pop()) {
		const { value, path } = next;
		if (typeof value === 'string' && !isSoundText(value)) found.push(path);
		if (typeof value !== 'object' || value === null) continue;
		for (const [name, inner] of Object.entries(value)) {
			if (!isSoundText(name)) found.push(path);
			left.push({ value: inner, path: path === '' ? name : `${path}.${name}` });
		}
	}
	return found.reverse();
}

/** A text within an element or an attribute of XML or HTML. */
export const escapeXml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
