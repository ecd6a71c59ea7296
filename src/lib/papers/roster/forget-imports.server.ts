import { lt } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { teamImport } from '../../server/db/schema';
import { dayLength } from '../../contracts/local-time';

/** What was sent waits a day for its sender's word; what was stored of it stays, of course. */
export async function forgetImports(database: Database, now: Date): Promise<void> {
	await database
		.delete(teamImport)
		.where(lt(teamImport.createdAt, new Date(now.getTime() - dayLength)));
}
