import { lt } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { screenPairing } from '../server/db/schema';

/** Idempotent, for housekeeping: codes that nobody can approve any more. */
export async function forgetPairings(database: Database, now: Date): Promise<void> {
	await database.delete(screenPairing).where(lt(screenPairing.expiresAt, now));
}
