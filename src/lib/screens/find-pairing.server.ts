import type { Actor } from '../contracts/accounts';
import { pairingCodeOf } from '../contracts/screens';
import type { Database } from '../server/db/client';
import { screenPairing } from '../server/db/schema';
import { showsCode } from './open-pairing.server';
import { pairingLimiter } from './pairing-limiter.server';

/** A screen that asks to be paired, as whoever decides sees it. */
export interface AskingScreen {
	code: string;
	userAgent: string;
	address: string;
	/** Pixels; 0 where the screen didn't say. */
	width: number;
	height: number;
	askedAt: Date;
}

/** Who types a code in, and from where. */
export interface Asker {
	actor: Actor;
	address: string;
}

export type FoundPairing = { asking: AskingScreen } | { wait: number } | { unknown: true };

/** The screen that shows a code, unless too many were tried; what can't be one is no try. */
export async function findPairing(
	database: Database,
	{ actor, address }: Asker,
	typed: string,
	now: Date,
): Promise<FoundPairing> {
	const code = pairingCodeOf(typed);
	if (code === null) return { unknown: true };
	const limiter = pairingLimiter(database);
	const wait = await limiter.guess(actor.accountId, address);
	if (wait > 0) return { wait };
	const [asking] = await database
		.select({
			code: screenPairing.code,
			userAgent: screenPairing.userAgent,
			address: screenPairing.address,
			width: screenPairing.width,
			height: screenPairing.height,
			askedAt: screenPairing.askedAt,
		})
		.from(screenPairing)
		.where(showsCode(code, now));
	if (!asking) return { unknown: true };
	await limiter.wasRight(actor.accountId, address);
	return { asking };
}
