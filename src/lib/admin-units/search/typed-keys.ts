import { parseKind, splitKey } from '../kinds';
import { searchKey } from '../../contracts/text/search-key';
import type { UnitKind } from '../../contracts/admin-units';

/** What was typed, made comparable. */
export interface SearchText {
	/** As it was typed, trimmed. */
	typed: string;
	key: string;
	/** The key without a kind in front. */
	bare: string;
	kind: UnitKind | undefined;
}

/** `Mỹ` and `Mĩ` are the same to whoever looks for them; the database folds stored keys likewise. */
export const foldKey = (key: string): string => key.replaceAll('y', 'i');

/** A key without spaces: `bac giang` is typed as `bacgiang`, and `R’Lấp` as `Rlap`. */
export const joinKey = (key: string): string => key.replaceAll(' ', '');

export function readSearchText(text: string): SearchText {
	return readKey(text.trim(), searchKey(text));
}

/** The same as if the telex keys in it had been turned into accents; undefined where there are none. */
export function withoutTelex({ typed }: SearchText): SearchText | undefined {
	const key = searchKey(typed);
	const plain = key.split(' ').map(fromTelex).join(' ');
	return plain === key ? undefined : readKey(plain, plain);
}

function readKey(typed: string, key: string): SearchText {
	const words = key
		.replace(/^ma (?:so )?(?=\d)/, '')
		.split(' ')
		.map(numberApart)
		.join(' ');
	const { kind, name } = splitKey(words);
	return { typed, key: foldKey(words), bare: foldKey(name), kind };
}

/** `p12` → `p 12`, as in `P12, Q5`; other words that end in digits stay. */
function numberApart(word: string): string {
	const [, kind, number] = /^(\p{L}+)(\d+)$/u.exec(word) ?? [];
	return kind && number && parseKind(kind) ? `${kind} ${number}` : word;
}

/** `hoaf`, `ddoong`, `truwowngf`, `vietej` → `hoa`, `dong`, `truong`, `viet`. */
function fromTelex(word: string): string {
	if (!/^\p{L}+$/u.test(word)) return word;
	return (
		word
			.replace(/(?<=^d\p{L}*)d/gu, '')
			// After a vowel no Vietnamese syllable has one of these: it is a tone that stayed a letter.
			.replace(/(?<=[aeiouy]\p{L}*)[sfrxjz]/gu, '')
			.replace(/(?<=[aou]\p{L}*)w/gu, '')
			.replaceAll('w', 'u')
			// The letter that makes a circumflex, typed at once or behind the syllable.
			.replace(/([aeo])\1/gu, '$1')
			.replace(/([aeo])([aeiouy]?(?:ng|nh|ch|[cmnpt])?)\1$/u, '$1$2')
	);
}
