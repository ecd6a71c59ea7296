import { lt } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { reportUpload } from '../../server/db/schema';
import { dayLength } from '../../contracts/local-time';

/** Files that were sent wait a day for their sender's word; what was stored of them stays, of course. */
export async function forgetUploads(database: Database, now: Date): Promise<void> {
	await database
		.delete(reportUpload)
		.where(lt(reportUpload.createdAt, new Date(now.getTime() - dayLength)));
}
