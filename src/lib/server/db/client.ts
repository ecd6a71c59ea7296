import { join } from 'node:path';
import type { SQL } from 'drizzle-orm';
import { openEmbedded } from './embedded';
import type { Database, DatabaseHandle } from './handle';
import { openPostgres } from './postgres';

export { openEmbedded, type EmbeddedHandle } from './embedded';
export type { Database, DatabaseHandle } from './handle';

/** Rows of a raw query, on either engine, which wrap them differently. The caller vouches for `Row`. */
export async function queryRows<Row extends Record<string, unknown>>(
	database: Database,
	query: SQL,
): Promise<Row[]> {
	const result: unknown = await database.execute<Row>(query);
	return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
}

export interface DatabaseLocation {
	databaseUrl?: string | undefined;
	dataDirectory: string;
}

/** @throws DatabaseBusyError when another process holds the embedded database. */
export function openDatabase(location: DatabaseLocation): Promise<DatabaseHandle> {
	return location.databaseUrl
		? openPostgres(location.databaseUrl)
		: openEmbedded(join(location.dataDirectory, 'database'));
}
