import { sql } from 'drizzle-orm';
import type { Database } from '../../src/lib/server/db/client';

/**
 * From now on PostgreSQL says what it says on a full disk to whoever stores a report's revision or makes
 * a table: both ask for new room, which small writes mostly don't. @returns what makes room again.
 */
export async function fillDisk(database: Database): Promise<() => Promise<void>> {
	const said = sql`begin raise 'could not extend file: No space left on device' using errcode = '53100'; end`;
	await database.execute(
		sql`create function disk_full() returns trigger language plpgsql as $$ ${said} $$`,
	);
	await database.execute(
		sql`create function disk_full_of_tables() returns event_trigger language plpgsql as $$ ${said} $$`,
	);
	await database.execute(
		sql`create trigger disk_full before insert on report_revision execute function disk_full()`,
	);
	await database.execute(
		sql`create event trigger disk_full on ddl_command_start when tag in ('CREATE TABLE AS')
			execute function disk_full_of_tables()`,
	);
	return async () => {
		await database.execute(sql`drop event trigger disk_full`);
		await database.execute(sql`drop function disk_full, disk_full_of_tables cascade`);
	};
}
