import type { DatabaseHandle } from './db/client';
import { appliedSchema, expectedSchema } from './db/schema-version';

const patience = 2000;

/** Whether requests can be served now. The reason names no host, account or statement. */
export async function readiness(
	handle: DatabaseHandle,
): Promise<{ ready: boolean; reason: string }> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(resolve, patience, 'late');
	});
	try {
		const seen = await Promise.race([look(handle), late]);
		return seen === 'late'
			? { ready: false, reason: `the database has not answered for ${patience / 1000} s` }
			: seen;
	} catch {
		return { ready: false, reason: 'the database does not answer' };
	} finally {
		clearTimeout(timer);
	}
}

async function look(handle: DatabaseHandle) {
	if (!(await handle.hasRoom())) return noRoom;
	return (await appliedSchema(handle.database)) === expectedSchema()
		? { ready: true, reason: 'ok' }
		: otherSchema;
}

const otherSchema = { ready: false, reason: 'the database has another schema than this program' };
const noRoom = { ready: false, reason: 'the disk of the database is full: make room on it' };
