import { approvePairing } from '../../src/lib/screens/approve-pairing.server';
import { beginPairing } from '../../src/lib/screens/begin-pairing.server';
import { readPairing } from '../../src/lib/screens/read-pairing.server';
import { hashSecret } from '../../src/lib/accounts/secret.server';
import type { Database } from '../../src/lib/server/db/client';
import { addTestAccount, openSession } from './accounts';

/** A screen that an administrator of its own has paired with a unit: its token. */
export async function pairedScreen(database: Database, unitId: number): Promise<string> {
	const account = await addTestAccount(database, 'screen-keeper', 'administrator', unitId);
	const { actor } = await openSession(database, account);
	const now = new Date();
	const asking = { address: '203.0.113.7', userAgent: 'test', entered: {} };
	const begun = await beginPairing(database, asking, now);
	if (!('token' in begun)) throw new Error('The screen got no code.');
	const pairing = await readPairing(database, hashSecret(begun.token), now);
	if (pairing?.state !== 'waiting') throw new Error('The screen shows no code.');
	const entered = { name: 'Sảnh', unit: String(unitId) };
	await approvePairing(database, actor, pairing.code, entered, now);
	return begun.token;
}
