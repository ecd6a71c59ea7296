import { resolve } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema';

/** A connection or an open transaction: every verb takes one, so verbs nest. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface DatabaseHandle {
	readonly engine: 'embedded' | 'postgres';
	readonly database: Database;
	/** Applies what is missing of `drizzle/`; nodes that start together take turns. */
	migrate(): Promise<void>;
	/**
	 * Calls back with each payload of the channel. `onListening` runs at the start and again after a
	 * lost connection: what was notified in between is gone, so catch up there.
	 */
	listen(
		channel: string,
		onPayload: (payload: string) => void,
		onListening: () => void,
	): Promise<() => Promise<void>>;
	/** Whether there is room to write, as far as it is known. */
	hasRoom(): Promise<boolean>;
	close(): Promise<void>;
}

export const migrations = { migrationsFolder: resolve('drizzle') };
