/** Sign-in names: 3–64 of a–z, 0–9, dot, dash and underscore, beginning with a letter or digit. */
const pattern = /^[a-z0-9][a-z0-9._-]{2,63}$/;

/** The form in which names are stored and compared; null when this can't be one. */
export function parseAccountName(typed: string): string | null {
	const name = typed.trim().toLowerCase();
	return pattern.test(name) ? name : null;
}
