import { dictionary } from '@zxcvbn-ts/language-common';
import { normalizePassword, passwordLength, type PasswordFault } from './password-rules';

/** What is chosen here and stands in no list of the world. */
const local = ['chuyendoiso', 'congnghe', 'congngheso', 'khongcomatkhau', 'nhipso', 'qwertyuiopas'];

const simplify = (text: string) => text.toLowerCase().replace(/[\s._-]/g, '');

/** Passwords chosen most often, in the form in which they are compared. */
const common = new Set([...dictionary['passwords-common'], ...local].map(simplify));

/**
 * Length alone, counted in characters as a person sees them, makes a password strong here;
 * what everybody would guess first is refused.
 */
export function passwordFault(password: string, accountName: string): PasswordFault | null {
	const length = Array.from(normalizePassword(password)).length;
	if (length < passwordLength.least) return 'tooShort';
	if (length > passwordLength.most) return 'tooLong';
	const bare = simplify(password);
	if (isMadeOf(bare, simplify(accountName))) return 'isName';
	return isCommon(bare) ? 'common' : null;
}

/** One of the list, also over and over or with digits around it, or figures that count. */
function isCommon(bare: string): boolean {
	const once = /^(.+?)\1*$/.exec(bare)?.[1] ?? bare;
	const word = once.replace(/^\d+|\d+$/g, '');
	return common.has(bare) || common.has(once) || common.has(word) || counts(once);
}

/** `012345678910`, `abcdef123456`: characters of which most follow the one before, up or down. */
function counts(text: string): boolean {
	const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
	const steps = codes.slice(1).map((code, index) => Math.abs(code - (codes[index] ?? 0)));
	const following = steps.filter((step) => step === 1).length;
	return following >= steps.length * 0.75;
}

/** The name once or several times, with nothing but digits around it. */
function isMadeOf(password: string, name: string): boolean {
	return password.includes(name) && /^\d*$/.test(password.replaceAll(name, ''));
}
