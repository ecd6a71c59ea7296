import { sql, type SQL } from 'drizzle-orm';
import { queryRows, type Database } from '../db/client';

/** All tables of the product, as the database knows them: a new one can't be forgotten. */
export async function listTables(database: Database): Promise<string[]> {
	const rows = await queryRows<{ name: string }>(
		database,
		sql`select tablename::text as name from pg_tables where schemaname = 'public' order by 1`,
	);
	return rows.map(({ name }) => name);
}

export async function listSequences(database: Database): Promise<string[]> {
	const rows = await queryRows<{ name: string }>(
		database,
		sql`select sequencename::text as name from pg_sequences where schemaname = 'public' order by 1`,
	);
	return rows.map(({ name }) => name);
}

/** Foreign keys with the `alter table` that changes when they are checked. */
export async function listForeignKeys(
	database: Database,
): Promise<((when: 'atCommit' | 'atOnce') => SQL)[]> {
	const rows = await queryRows<{ table: string; name: string }>(
		database,
		sql`select c.conrelid::regclass::text as table, quote_ident(c.conname) as name
			from pg_constraint c
			where c.contype = 'f' and c.connamespace = 'public'::regnamespace
			order by 1, 2`,
	);
	return rows.map(
		({ table, name }) =>
			(when) =>
				sql.raw(
					`alter table ${table} alter constraint ${name} ${
						when === 'atCommit' ? 'deferrable initially deferred' : 'not deferrable'
					}`,
				),
	);
}
