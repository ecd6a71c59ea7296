import { lt } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { reportUpload } from '../../server/db/schema';

const day = 86_400_000;

/** Files that were sent wait a day for their sender's word; what was stored of them stays, of course. */
export async function forgetUploads(database: Database, now: Date): Promise<void> {
	await database
		.delete(reportUpload)
		.where(lt(reportUpload.createdAt, new Date(now.getTime() - day)));
}
