import { NoopLogger } from 'drizzle-orm/logger';
import { vi } from 'vitest';

/** How many statements are sent while some work is done: a handle's logger hears of each and says nothing. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
	const heard = vi.spyOn(NoopLogger.prototype, 'logQuery');
	try {
		await work();
		return heard.mock.calls.length;
	} finally {
		heard.mockRestore();
	}
}
