import { eq } from 'drizzle-orm';
import type { Database } from '../server/db/client';
import { account } from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { parseAccountName } from './account-name';

/** @throws NotFoundError naming what was asked for. */
export async function findAccount(
	database: Database,
	typed: string,
): Promise<typeof account.$inferSelect> {
	const name = parseAccountName(typed);
	const [found] = name ? await database.select().from(account).where(eq(account.name, name)) : [];
	if (!found) throw new NotFoundError(`There is no account named ${typed}.`);
	return found;
}
