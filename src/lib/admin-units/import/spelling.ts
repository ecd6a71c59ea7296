/** Every letter that Vietnamese names are written with. */
const letters = 'a-zA-Zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
/** What may stand in a name: these, digits, every sign of a keyboard, and the dashes and quotes that Word makes. */
const sound = new RegExp(`^[${letters}${letters.toUpperCase()}\\x20-\\x7e‘’“”–—…]$`, 'u');

/** What a letter looks like that was stored in one code page and read in another. */
const misreadLetter =
	/[\u0080-\u00ff\u0152-\u0178\u2020-\u203a\u20ac\u2122\ufffd]|\p{Script=Latin}/u;

/**
 * Tone marks of Windows-1258 read as Windows-1252 are letters of their own: `Cộng` becomes `Côòng`,
 * `Phường` becomes `PhýõÌng`. No Vietnamese syllable has these pairs.
 */
const misreadTone = /[âăêôơưýõ][ìòÌÒ]|\p{Ll}[ÌÒ]|[yaei]ò|[Þþ]/u;

export interface SpellingFault {
	rule: 'misread' | 'strangeCharacter';
	message: string;
}

/** What keeps a text from being a name: stored in a wrong encoding once, or a sign that none has. */
export function findSpellingFault(text: string): SpellingFault | undefined {
	const composed = text.normalize('NFC');
	const stray = Array.from(composed).find((letter) => !sound.test(letter));
	if (misreadTone.test(composed) || (stray !== undefined && misreadLetter.test(stray)))
		return {
			rule: 'misread',
			message: `"${text}" was read in a wrong encoding somewhere; take the original file and save it as UTF-8`,
		};
	if (stray === undefined) return undefined;
	const number = (stray.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return {
		rule: 'strangeCharacter',
		message: `"${text}" holds ${/\p{Cc}/u.test(stray) ? '' : `${stray} `}(U+${number}), which is in no name; take it out`,
	};
}

const isInCapitals = (text: string) =>
	/\p{L}{2}/u.test(text) && text === text.toLocaleUpperCase('vi');

/** Whether all of a list was typed in capitals, so that no spelling of its own is lost by `inTitleCase`. */
export const areInCapitals = (names: readonly string[]): boolean =>
	names.length > 0 &&
	names.every((name) => isInCapitals(name) || !/\p{Ll}/u.test(name)) &&
	names.some(isInCapitals);

/** `XÃ MẪU MỘT` → `Xã Mẫu Một`; what follows an apostrophe stays small, as in `Cư M'gar`. */
export const inTitleCase = (text: string): string =>
	text
		.toLocaleLowerCase('vi')
		.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));
