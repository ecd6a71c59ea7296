import { within } from '../contracts/within';
import type { DatabaseHandle } from './db/client';
import { appliedSchema, expectedSchema } from './db/schema-version';

const patience = 2000;

/** Whether requests can be served now. The reason names no host, account or statement. */
export async function readiness(
	handle: DatabaseHandle,
): Promise<{ ready: boolean; reason: string }> {
	try {
		return await within(patience, look(handle), () => silent);
	} catch {
		return { ready: false, reason: 'the database does not answer' };
	}
}

async function look(handle: DatabaseHandle) {
	if (!(await handle.hasRoom())) return noRoom;
	return (await appliedSchema(handle.database)) === expectedSchema()
		? { ready: true, reason: 'ok' }
		: otherSchema;
}

const silent = {
	ready: false,
	reason: `the database has not answered for ${patience / 1000} s`,
};
const otherSchema = { ready: false, reason: 'the database has another schema than this program' };
const noRoom = { ready: false, reason: 'the disk of the database is full: make room on it' };
