import { and, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { screenPairing } from '../server/db/schema';

/** The screen that shows this code and waits to be approved or refused. */
export const showsCode = (code: string, now: Date): SQL | undefined =>
	and(
		eq(screenPairing.code, code),
		gt(screenPairing.expiresAt, now),
		isNull(screenPairing.refusedAt),
		isNull(screenPairing.screenId),
	);
