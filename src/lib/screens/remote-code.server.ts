import { createHmac, timingSafeEqual } from 'node:crypto';
import { hourLength } from '../contracts/local-time';

/** What the screen's QR code carries in an hour: whoever has it stands, or stood lately, before the screen. */
export function remoteCode(remoteSecret: string, now: Date): string {
	const turn = Math.floor(now.getTime() / hourLength);
	return createHmac('sha256', remoteSecret).update(String(turn)).digest('base64url').slice(0, 16);
}

/** A screen reads its page anew every hour: the code of the hour before still hangs there. */
export function isRemoteCode(remoteSecret: string, typed: string, now: Date): boolean {
	const given = Buffer.from(typed);
	return [0, 1].some((turnsAgo) => {
		const code = Buffer.from(
			remoteCode(remoteSecret, new Date(now.getTime() - turnsAgo * hourLength)),
		);
		return given.length === code.length && timingSafeEqual(given, code);
	});
}
