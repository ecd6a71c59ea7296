/** Without the letters and digits that are mistaken for one another on paper or over the phone. */
export const unambiguous = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code as it is compared, however it was typed: `K7MZ-T9WQ`, `k7mz t9wq`. */
export function normalizeCode(typed: string): string {
	return typed.toLowerCase().replace(/[\s-]/g, '');
}

/** As it is printed, in groups of four that can be read aloud: `K7MZ-T9WQ`. */
export function printedCode(code: string): string {
	return (
		normalizeCode(code)
			.toUpperCase()
			.match(/.{1,4}/g)
			?.join('-') ?? ''
	);
}
