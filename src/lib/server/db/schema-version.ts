import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { queryRows, type Database } from './client';

const digest = (hashes: string[]) => createHash('sha256').update(hashes.join('\n')).digest('hex');

/** The schema that this program was written for, as a hash over the migrations in `drizzle/`. */
export function expectedSchema(): string {
	return digest(
		readMigrationFiles({ migrationsFolder: resolve('drizzle') }).map(({ hash }) => hash),
	);
}

/** The schema that the database has, in the same terms. */
export async function appliedSchema(database: Database): Promise<string> {
	const rows = await queryRows<{ hash: string }>(
		database,
		sql`select hash from drizzle.__drizzle_migrations order by created_at, id`,
	);
	return digest(rows.map(({ hash }) => hash));
}
