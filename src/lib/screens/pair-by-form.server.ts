import { administer } from '../accounts/administration/administer.server';
import type { Database } from '../server/db/client';
import { approvePairing } from './approve-pairing.server';
import { attemptPairing } from './attempt-pairing.server';
import type { Asker } from './find-pairing.server';
import { refusePairing } from './refuse-pairing.server';

/** @returns the id of the new screen, or why there is none. */
export const approveByForm = (database: Database, asker: Asker, entered: Record<string, string>) =>
	administer(entered, () =>
		attemptPairing(database, asker, entered, (code) =>
			approvePairing(database, asker.actor, code, entered, new Date()),
		),
	);

export const refuseByForm = (database: Database, asker: Asker, entered: Record<string, string>) =>
	administer(entered, async () => {
		await attemptPairing(database, asker, entered, (code) =>
			refusePairing(database, asker.actor, code, new Date()),
		);
		return { done: 'refused' as const };
	});
