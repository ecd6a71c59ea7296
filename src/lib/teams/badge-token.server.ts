import { randomBytes } from 'node:crypto';

/** 128 random bits as 22 characters of base64url: short enough for a small QR code, and never guessed. */
export const newBadgeToken = (): string => randomBytes(16).toString('base64url');
