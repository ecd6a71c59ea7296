import { hashSecret } from '../../accounts/secret.server';
import { unitByCode } from '../../admin-units/home.server';
import type { Actor } from '../../contracts/accounts';
import { dayLength, localDay } from '../../contracts/local-time';
import { approvePairing } from '../../screens/approve-pairing.server';
import { beginPairing } from '../../screens/begin-pairing.server';
import { keepReport } from '../../screens/keep-report.server';
import { readPairing } from '../../screens/read-pairing.server';
import { changePosition } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { provinceCode } from '../province/identity';

/** Where the made-up province's walls hang. */
const walls = [
	{ name: 'Phòng họp số 2', address: '192.0.2.21', width: 3840, height: 2160, memory: 143 },
	{
		name: 'Sảnh Trung tâm hành chính công',
		address: '192.0.2.35',
		width: 1920,
		height: 1080,
		memory: 96,
	},
];

/** Two walls that were paired a month ago and have just been heard of. */
export async function addScreens(
	database: Database,
	administrator: Actor,
	now: Date,
): Promise<void> {
	const province = await unitByCode(database, provinceCode, localDay(now));
	if (!province) throw new Error('The demo has no province.');
	const { lastNumber: number } = await changePosition(database);
	const paired = new Date(now.getTime() - 30 * dayLength);
	const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
	for (const { name, address, width, height, memory } of walls) {
		const entered = { width: String(width), height: String(height) };
		const begun = await beginPairing(database, { address, userAgent, entered }, paired);
		if (!('token' in begun)) throw new Error('The wall got no code.');
		const pairing = await readPairing(database, hashSecret(begun.token), paired);
		if (pairing?.state !== 'waiting') throw new Error('The wall shows no code.');
		const settings = { name, unit: String(province.id) };
		const screenId = await approvePairing(database, administrator, pairing.code, settings, paired);
		const shown = {
			scene: 'tinh',
			release: '0.1.0',
			at: null,
			number,
			confirmedAt: now.toISOString(),
		};
		await keepReport(database, screenId, { ...shown, width, height, memory }, now);
	}
}
