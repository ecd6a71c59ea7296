import { and, eq, lt } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { account, trustedDevice } from '../../server/db/schema';
import { dayLength } from '../../contracts/local-time';

/** Half a year without a sign-in, and a browser is a stranger again. */
const trustedDays = 180;

/** Of a sign-in by its owner's own means: others' wrong guesses don't slow this browser down. */
export async function trustDevice(
	database: Database,
	accountId: number,
	tokenHash: string,
	now: Date,
): Promise<void> {
	await database.delete(trustedDevice).where(lt(trustedDevice.lastUsedAt, trustedSince(now)));
	await database
		.insert(trustedDevice)
		.values({ tokenHash, accountId, lastUsedAt: now })
		.onConflictDoUpdate({
			target: [trustedDevice.tokenHash, trustedDevice.accountId],
			set: { lastUsedAt: now },
		});
}

/** The hash again where the account knows that browser; null for strangers. */
export async function knownDevice(
	database: Database,
	name: string,
	tokenHash: string | null,
	now: Date,
): Promise<string | null> {
	if (tokenHash === null) return null;
	const [device] = await database
		.select({ lastUsedAt: trustedDevice.lastUsedAt })
		.from(trustedDevice)
		.innerJoin(account, eq(account.id, trustedDevice.accountId))
		.where(and(eq(trustedDevice.tokenHash, tokenHash), eq(account.name, name)));
	return device && device.lastUsedAt >= trustedSince(now) ? tokenHash : null;
}

/** After a reset the account knows no browser any more. */
export async function forgetDevices(database: Database, accountId: number): Promise<void> {
	await database.delete(trustedDevice).where(eq(trustedDevice.accountId, accountId));
}

const trustedSince = (now: Date) => new Date(now.getTime() - trustedDays * dayLength);
