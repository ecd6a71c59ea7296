import type { Viewer } from '../../contracts/accounts';
import type { Config } from '../../server/config';
import type { Database } from '../../server/db/client';
import type { LiveAccess } from '../../server/live/live';
import { covers } from '../access/roles';
import { readSessionHash } from './session-cookie.server';
import { sessionIsValid } from './session-is-valid.server';

/**
 * What the sockets have to know about accounts: whoever may look at a unit hears of it. The
 * public address decides the cookie's name; without one either form is read.
 */
export function liveAccess(
	database: Database,
	{ origin, requireSecondFactor }: Pick<Config, 'origin' | 'requireSecondFactor'>,
): LiveAccess {
	const addresses = origin === undefined ? ['https://localhost', 'http://localhost'] : [origin];
	const sessionHashOf = (cookies: string) =>
		addresses.map((address) => readSessionHash(cookies, new URL(address))).find(Boolean);
	const currentSessions = async (hashes: readonly string[]) => {
		const actors = await sessionIsValid(database, hashes, { requireSecondFactor });
		return new Map([...actors].map(([hash, actor]) => [hash, viewedUnits(actor)]));
	};
	return {
		currentSessions,
		async identify(cookieHeader) {
			const sessionHash = sessionHashOf(cookieHeader ?? '');
			if (!sessionHash) return null;
			const unitIds = (await currentSessions([sessionHash])).get(sessionHash);
			return unitIds ? { key: sessionHash, unitIds } : null;
		},
	};
}

/** The topmost units that somebody may look into; what lies below comes with them. */
export function viewedUnits(viewer: Viewer): number[] {
	const units = viewer.grants.filter(({ role }) => covers(role, 'viewer'));
	return [...new Set(units.map(({ unitId }) => unitId))].sort((one, other) => one - other);
}
