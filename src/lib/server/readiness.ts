import type { Database } from './db/client';
import { appliedSchema, expectedSchema } from './db/schema-version';

const patience = 2000;

/** Whether requests can be served now. The reason names no host, account or statement. */
export async function readiness(database: Database): Promise<{ ready: boolean; reason: string }> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(resolve, patience, 'late');
	});
	try {
		const applied = await Promise.race([appliedSchema(database), late]);
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
