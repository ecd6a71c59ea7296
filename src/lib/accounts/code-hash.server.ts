import { createHash } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { normalizeCode } from './short-code.server';

/** Less than for passwords: codes are random, and many of them are printed at once. */
const cost = { memoryCost: 8192, timeCost: 1, parallelism: 1 };

/**
 * argon2id, hex, the same for the same code: it has to be found by it. The salt is what the code is
 * for; what stands in a copied database can't be guessed back at the speed of a plain hash.
 */
export async function hashCode(typed: string, purpose: string): Promise<string> {
	const salt = createHash('sha256').update(`nhip-so ${purpose}`).digest();
	return (await hashRaw(normalizeCode(typed), { ...cost, salt })).toString('hex');
}
