import { eq } from 'drizzle-orm';
import { hashSecret } from '../../src/lib/accounts/secret.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { approvePairing } from '../../src/lib/screens/approve-pairing.server';
import { beginPairing } from '../../src/lib/screens/begin-pairing.server';
import { readPairing } from '../../src/lib/screens/read-pairing.server';
import type { Database, DatabaseHandle } from '../../src/lib/server/db/client';
import { auditLog } from '../../src/lib/server/db/schema';
import { rolledBack } from '.';
import { addTestAccount, addUnit, openSession } from './accounts';

/** When the tests of screens begin, and minutes later. */
export const start = new Date('2026-11-20T08:00:00Z');
export const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
export const address = '203.0.113.7';
export const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0';

export interface ScreenWorld {
	database: Database;
	admin: Actor;
	province: number;
	commune: number;
}

/** A province of one commune and its administrator; nothing of it is left afterwards. */
export const inProvince =
	(handle: () => DatabaseHandle) => (test: (world: ScreenWorld) => Promise<void>) =>
		rolledBack(handle(), async (database) => {
			const province = await addUnit(database, '99', 'province', null);
			const commune = await addUnit(database, '99001', 'commune', province);
			const account = await addTestAccount(database, 'admin', 'administrator', province);
			const { actor: admin } = await openSession(database, account);
			await test({ database, admin, province, commune });
		});

/** A screen asks, and shows its code. */
export async function begin({ database }: Pick<ScreenWorld, 'database'>, at = start) {
	const entered = { width: '1920', height: '1080' };
	const begun = await beginPairing(database, { address, userAgent, entered }, at);
	if (!('token' in begun)) throw new Error('No code was given.');
	const tokenHash = hashSecret(begun.token);
	const shown = await readPairing(database, tokenHash, at);
	if (shown?.state !== 'waiting') throw new Error('No code is shown.');
	return { token: begun.token, tokenHash, code: shown.code };
}

export async function pair(world: ScreenWorld, at = start) {
	const { code, tokenHash, token } = await begin(world, at);
	const entered = { name: ' Phòng họp tầng 2 ', unit: String(world.province) };
	const screenId = await approvePairing(world.database, world.admin, code, entered, at);
	return { screenId, tokenHash, token };
}

/** Who did what with it. */
export async function audited(database: Database, subject: string) {
	const entries = await database
		.select({ accountId: auditLog.accountId, action: auditLog.action })
		.from(auditLog)
		.where(eq(auditLog.subject, subject))
		.orderBy(auditLog.id);
	return entries.map(({ accountId, action }) => [accountId, action]);
}

/** A screen that an administrator of its own has paired with a unit: its token. */
export async function pairedScreen(database: Database, unitId: number): Promise<string> {
	const account = await addTestAccount(database, 'screen-keeper', 'administrator', unitId);
	const { actor } = await openSession(database, account);
	const now = new Date();
	const { code, token } = await begin({ database }, now);
	const entered = { name: 'Sảnh', unit: String(unitId) };
	await approvePairing(database, actor, code, entered, now);
	return token;
}
