import { and, isNull } from 'drizzle-orm';
import type { Config } from '../server/config';
import { among } from '../server/db/among';
import type { Database } from '../server/db/client';
import { screen } from '../server/db/schema';
import type { LiveAccess } from '../server/live/live';
import { identifyScreen } from './identify-screen.server';
import { keepReport } from './keep-report.server';
import { readScreenHash } from './screen-cookie.server';

const prefix = 'screen:';
const keyOf = (screenId: number) => `${prefix}${screenId}`;

/** What the sockets have to know about people and screens: a screen hears what concerns its unit. */
export function withScreens(
	people: LiveAccess,
	database: Database,
	{ origin }: Pick<Config, 'origin'>,
): LiveAccess {
	const addresses = origin === undefined ? ['https://localhost', 'http://localhost'] : [origin];
	const hashOf = (cookies: string) =>
		addresses.map((address) => readScreenHash(cookies, new URL(address))).find(Boolean);
	return {
		async identify(cookies) {
			const session = await people.identify(cookies);
			const tokenHash = hashOf(cookies ?? '');
			if (session !== null || !tokenHash) return session;
			const viewer = await identifyScreen(database, tokenHash, new Date());
			if (!viewer) return null;
			const { screenId, grants } = viewer;
			return { key: keyOf(screenId), unitIds: grants.map(({ unitId }) => unitId), screenId };
		},
		async currentSessions(keys) {
			const ofPeople = keys.filter((key) => !key.startsWith(prefix));
			const ids = keys
				.filter((key) => key.startsWith(prefix))
				.map((key) => Number(key.slice(prefix.length)));
			const current = new Map(await people.currentSessions(ofPeople));
			if (ids.length === 0) return current;
			const screens = await database
				.select({ id: screen.id, unitId: screen.unitId })
				.from(screen)
				.where(and(among(screen.id, ids), isNull(screen.revokedAt)));
			for (const { id, unitId } of screens) current.set(keyOf(id), [unitId]);
			return current;
		},
		keepReport: (screenId, report) => keepReport(database, screenId, report, new Date()),
	};
}
