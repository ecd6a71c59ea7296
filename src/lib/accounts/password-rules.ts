export const passwordLength = { least: 12, most: 200 };

export type PasswordFault = 'tooShort' | 'tooLong' | 'isName' | 'common';

/** Of the passwords that people choose most often, those that are long enough to get past the length. */
const common = new Set([
	'0123456789ab',
	'012345678910',
	'111111111111',
	'112233445566',
	'121212121212',
	'123123123123',
	'123412341234',
	'123456123456',
	'123456654321',
	'123456789000',
	'123456789012',
	'1234567890123',
	'12345678901234',
	'123456789123',
	'1234567891011',
	'123456789abc',
	'123456789qwe',
	'123456abcdef',
	'123qweasdzxc',
	'1q2w3e4r5t6y',
	'1qaz2wsx3edc',
	'987654321000',
	'a123456789012',
	'abc123456789',
	'abcd12345678',
	'abcdef123456',
	'abcdefghijkl',
	'admin1234567',
	'admin12345678',
	'adminadmin12',
	'administrator',
	'anhyeuem1234',
	'changeme1234',
	'congnghe2022',
	'congngheso123',
	'digital12345',
	'emyeuanh1234',
	'iloveyou1234',
	'khongcomatkhau',
	'letmein12345',
	'matkhau12345',
	'matkhau123456',
	'matkhaumatkhau',
	'password1234',
	'password12345',
	'password123456',
	'passwordpassword',
	'qwertyuiop12',
	'qwertyuiop123',
	'qwertyuiopas',
	'qwerty123456',
	'qwertyqwerty',
	'vietnam12345',
	'vietnam123456',
	'welcome12345',
	'zaq12wsxcde3',
]);

/** The same password typed on different keyboards may arrive composed or decomposed. */
export function normalizePassword(password: string): string {
	return password.normalize('NFC');
}

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
	if (common.has(bare) || new Set(bare).size === 1) return 'common';
	return null;
}

const simplify = (text: string) => text.toLowerCase().replace(/[\s._-]/g, '');

/** The name once or several times, with nothing but digits around it. */
function isMadeOf(password: string, name: string): boolean {
	return password.includes(name) && /^\d*$/.test(password.replaceAll(name, ''));
}
