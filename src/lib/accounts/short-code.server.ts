import { randomInt } from 'node:crypto';

/** Without the letters and digits that are mistaken for one another on paper or over the phone. */
export const unambiguous = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Of a sign-in link and of a recovery code: 59 bits. They are asked with argon2, 8 MiB and some 5 ms
 * each, so two cores take some 300 guesses a second whoever sends them: in a year 2³³, which with
 * 10,000 links open find one with a chance of 1 in 8,000. So no right code has to be refused because
 * others guess, and a copied database gives none away.
 */
export const codeLength = 12;

/** A code as it is compared, however it was typed: `K7MZ-T9WQ-4HXP`, `k7mz t9wq 4hxp`. */
export function normalizeCode(typed: string): string {
	return typed.toLowerCase().replace(/[\s-]/g, '');
}

/** As it is printed, in groups of four that can be read aloud: `K7MZ-T9WQ-4HXP`. */
export function printedCode(code: string): string {
	return (
		normalizeCode(code)
			.toUpperCase()
			.match(/.{1,4}/g)
			?.join('-') ?? ''
	);
}

/** A new one, in lower case. */
export const newCode = (): string =>
	Array.from({ length: codeLength }, () => unambiguous[randomInt(unambiguous.length)]).join('');
