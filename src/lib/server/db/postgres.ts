import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { migrations, type Database, type DatabaseHandle } from './handle';
import { LinePool } from './line-pool';
import { Listening } from './listening';
import { Turns } from './turns';

/** Any number, as long as every node uses the same one. */
const migrationLock = 20221010;

/** Fewer than there are lines: whoever only reads never waits for a lock that writers wait for. */
const mostWriters = 6;
const patience = 5_000;

/** @throws what keeps the server from being reached. */
export async function openPostgres(url: string): Promise<DatabaseHandle> {
	const pool = await LinePool.open(url);
	const listening = new Listening(url);
	return {
		engine: 'postgres',
		database: inTurns(pool),
		async migrate() {
			const single = postgres(url, { max: 1, onnotice: () => {} });
			try {
				await single`select pg_advisory_lock(${migrationLock})`;
				await migrate(drizzle(single), migrations);
			} finally {
				await single.end({ timeout: 5 });
			}
		},
		listen: (channel, onPayload, onListening) => listening.add({ channel, onPayload, onListening }),
		hasRoom: () => pool.room.isThere(),
		async close() {
			await listening.close();
			await pool.close(5);
		},
	};
}

/**
 * The database over whatever lines there are at the moment. Lets only so many write at once, and none
 * wait for ever for what somebody else holds.
 */
function inTurns(pool: LinePool): Database {
	const turns = new Turns(mostWriters, patience);
	const transaction: LinePool['database']['transaction'] = (work, config) =>
		config?.accessMode === 'read only'
			? pool.database.transaction(work, config)
			: turns.take(() =>
					pool.database.transaction(async (own) => {
						await own.execute(sql`set local lock_timeout = '10s'`);
						return work(own);
					}, config),
				);
	return new Proxy(pool.database, {
		get(_, name): unknown {
			if (name === 'transaction') return transaction;
			const value: unknown = Reflect.get(pool.database, name);
			if (typeof value !== 'function') return value;
			const bound: unknown = value.bind(pool.database);
			return bound;
		},
	});
}
