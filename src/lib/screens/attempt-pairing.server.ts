import type { Database } from '../server/db/client';
import { NotFoundError } from '../server/errors';
import { findPairing, type Asker } from './find-pairing.server';

/**
 * Decides on the screen that shows the code of a form; a code that is sent counts as one that is typed.
 * @throws NotFoundError when nothing shows it, or too many were tried.
 */
export async function attemptPairing<Decided>(
	database: Database,
	asker: Asker,
	entered: Record<string, string>,
	decide: (code: string) => Promise<Decided>,
): Promise<Decided> {
	const found = await findPairing(database, asker, entered['code'] ?? '', new Date());
	if (!('asking' in found)) throw new NotFoundError('No screen shows this code.');
	return decide(found.asking.code);
}
