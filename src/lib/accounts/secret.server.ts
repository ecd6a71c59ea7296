import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as base64url, for a session's cookie or an API token. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** SHA-256, hex: all that is stored. A slow hash is for what people make up, not for 256 random bits. */
export function hashSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
