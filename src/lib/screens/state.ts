import { minuteLength } from '../contracts/local-time';

/** Three reports that didn't come: the screen is off, or cut off. */
const silence = 3 * minuteLength;

/**
 * - `current`: when it last spoke, it showed everything there was.
 * - `behind`: it speaks, but shows old figures.
 * - `silent`: nothing has been heard of it for three minutes: whatever it shows may be old.
 */
export type ScreenState = 'current' | 'behind' | 'silent' | 'revoked';

export function screenState(
	{
		revokedAt,
		lastSeenAt,
		isBehind,
	}: { revokedAt: Date | null; lastSeenAt: Date; isBehind: boolean },
	now: Date,
): ScreenState {
	if (revokedAt !== null) return 'revoked';
	if (now.getTime() - lastSeenAt.getTime() > silence) return 'silent';
	return isBehind ? 'behind' : 'current';
}
