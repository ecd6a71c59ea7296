import type { DatabaseHandle } from './db/client';
import { ranOutOfRoom } from './db/outage';
import { appliedSchema, expectedSchema } from './db/schema-version';

const patience = 2000;

/** Whether requests can be served now. The reason names no host, account or statement. */
export async function readiness(
	handle: DatabaseHandle,
	now = new Date(),
): Promise<{ ready: boolean; reason: string }> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(resolve, patience, 'late');
	});
	try {
		if (ranOutOfRoom(now) || !(await handle.hasRoom())) return noRoom;
		const applied = await Promise.race([appliedSchema(handle.database), late]);
		if (applied === 'late')
			return { ready: false, reason: `the database has not answered for ${patience / 1000} s` };
		return applied === expectedSchema()
			? { ready: true, reason: 'ok' }
			: { ready: false, reason: 'the database has another schema than this program' };
	} catch {
		return { ready: false, reason: 'the database does not answer' };
	} finally {
		clearTimeout(timer);
	}
}

const noRoom = { ready: false, reason: 'the disk of the database is full: make room on it' };
