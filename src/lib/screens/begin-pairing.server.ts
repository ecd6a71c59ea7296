import { gt, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { hashSecret, newSecret } from '../accounts/secret.server';
import type { Database } from '../server/db/client';
import { screenPairing } from '../server/db/schema';
import { newPairingCode } from './new-code.server';
import { pairingLimiter } from './pairing-limiter.server';
import { minuteLength } from '../contracts/local-time';

const tenMinutes = 10 * minuteLength;
/** Screens that wait at a time, in all: more are somebody's game. */
const mostWaiting = 1_000;

/** Pixels as a form says them; 0 where it doesn't. */
const Pixels = v.fallback(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number)), () => 0);
const Picture = v.object({ width: Pixels, height: Pixels });

export interface Asking {
	address: string;
	userAgent: string;
	entered: Record<string, string>;
}

/**
 * Gives a screen a code to show, and a secret for its cookie which opens nothing until the code is
 * approved. @returns minutes to wait where too many were asked for.
 */
export async function beginPairing(
	database: Database,
	{ address, userAgent, entered }: Asking,
	now: Date,
): Promise<{ token: string } | { wait: number }> {
	const wait = await pairingLimiter(database).ask(address);
	if (wait > 0) return { wait };
	const [waiting] = await database
		.select({ count: sql<number>`count(*)::int` })
		.from(screenPairing)
		.where(gt(screenPairing.expiresAt, now));
	if ((waiting?.count ?? 0) >= mostWaiting) return { wait: 10 };
	const token = newSecret();
	await database.insert(screenPairing).values({
		tokenHash: hashSecret(token),
		code: newPairingCode(),
		userAgent: userAgent.slice(0, 300),
		address,
		...v.parse(Picture, { width: entered['width'] ?? '', height: entered['height'] ?? '' }),
		askedAt: now,
		expiresAt: new Date(now.getTime() + tenMinutes),
	});
	return { token };
}
