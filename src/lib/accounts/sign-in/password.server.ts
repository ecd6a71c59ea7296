import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from './password-rules';
import { unambiguous } from '../short-code.server';

/** OWASP's parameters for argon2id (the algorithm that the package uses unless told otherwise). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** An argon2id PHC string. */
export function hashPassword(password: string): Promise<string> {
	return hash(normalizePassword(password), cost);
}

/** Without a stored hash (no such account) it works just as long, and answers no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
	decoy ??= hashPassword(randomBytes(32).toString('hex'));
	const matches = await verify(stored ?? (await decoy), normalizePassword(password));
	return matches && stored !== null;
}

/** About 98 random bits, in groups that can be read aloud: `k7mzt-9wq3c-…`. */
export function generatePassword(): string {
	const group = () =>
		Array.from({ length: 5 }, () => unambiguous[randomInt(unambiguous.length)]).join('');
	return Array.from({ length: 4 }, group).join('-');
}
