export const passwordLength = { least: 12, most: 200 };

export type PasswordFault = 'tooShort' | 'tooLong' | 'isName' | 'common';

/** The same password typed on different keyboards may arrive composed or decomposed. */
export function normalizePassword(password: string): string {
	return password.normalize('NFC');
}
