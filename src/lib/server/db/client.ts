import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { DatabaseBusyError } from '../errors';
import * as schema from './schema';

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
	close(): Promise<void>;
}

const migrations = { migrationsFolder: resolve('drizzle') };
/** Any number, as long as every node uses the same one. */
const migrationLock = 20221010;

/** Rows of a raw query on either engine, which wrap them differently. The caller vouches for `Row`. */
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

/** A list in a statement makes another statement for each of its lengths: those aren't worth keeping. */
const mostPrepared = 20;

/**
 * drizzle hands its statements over as text that the client doesn't prepare by itself. Prepared, one
 * takes half the ways to the server and isn't parsed and planned anew each time.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
	type Values = NonNullable<Parameters<postgres.Sql['unsafe']>[1]>;
	const changed: Record<PropertyKey, unknown> = {
		unsafe: (text: string, values: Values = [], options = {}) =>
			client.unsafe(text, values, { ...options, prepare: values.length <= mostPrepared }),
		...('begin' in client && {
			begin: (work: (inner: postgres.TransactionSql) => Promise<unknown>) =>
				client.begin((inner) => work(preparing(inner))),
		}),
		...('savepoint' in client && {
			savepoint: (work: (inner: postgres.TransactionSql) => Promise<unknown>) =>
				client.savepoint((inner) => work(preparing(inner))),
		}),
	};
	return new Proxy(client, {
		get: (target, name): unknown => changed[name] ?? Reflect.get(target, name),
	});
}

async function openPostgres(url: string): Promise<DatabaseHandle> {
	const client = postgres(url, { max: 10, onnotice: () => {} });
	try {
		await client`select 1`;
	} catch (error) {
		await client.end({ timeout: 0 });
		throw error;
	}
	return {
		engine: 'postgres',
		database: drizzlePostgres(preparing(client), { schema }),
		async migrate() {
			const single = postgres(url, { max: 1, onnotice: () => {} });
			try {
				await single`select pg_advisory_lock(${migrationLock})`;
				await migratePostgres(drizzlePostgres(single), migrations);
			} finally {
				await single.end({ timeout: 5 });
			}
		},
		async listen(channel, onPayload, onListening) {
			const subscription = await client.listen(channel, onPayload, onListening);
			return () => subscription.unlisten();
		},
		close: () => client.end({ timeout: 5 }),
	};
}

export interface EmbeddedHandle extends DatabaseHandle {
	/** The whole data folder as a tar archive. */
	dump(): Promise<Blob>;
}

/**
 * @param directory absolute, or undefined for a database in memory.
 * @param loadDataDir an earlier `dump` to start from.
 */
export async function openEmbedded(
	directory: string | undefined,
	loadDataDir?: Blob,
): Promise<EmbeddedHandle> {
	const unlock = directory === undefined ? () => {} : lockDirectory(directory);
	let client: PGlite;
	try {
		client = await PGlite.create({
			...(directory === undefined ? {} : { dataDir: directory }),
			...(loadDataDir === undefined ? {} : { loadDataDir }),
		});
	} catch (error) {
		unlock();
		throw error;
	}
	const database = drizzlePglite(client, { schema });
	return {
		engine: 'embedded',
		database,
		migrate: () => migratePglite(database, migrations),
		dump: () => client.dumpDataDir('none'),
		async listen(channel, onPayload, onListening) {
			const unlisten = await client.listen(channel, onPayload);
			onListening();
			return unlisten;
		},
		async close() {
			await client.close();
			unlock();
		},
	};
}

/** Folders held by this process: a lock with our own number that isn't among them is a leftover. */
const held = new Set<string>();

/** PGlite itself has no lock, and two processes in one folder corrupt it without a word. */
function lockDirectory(directory: string): () => void {
	mkdirSync(directory, { recursive: true });
	const path = `${directory}.lock`;
	if (held.has(path)) throw new DatabaseBusyError(`${directory} is already open in this process.`);
	for (;;) {
		try {
			const file = openSync(path, 'wx');
			writeSync(file, String(process.pid));
			closeSync(file);
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const holder = readHolder(path);
			if (holder !== undefined && isRunning(holder))
				throw new DatabaseBusyError(
					`The embedded database in ${directory} is in use by process ${holder}. Stop it first, or set DATABASE_URL to a PostgreSQL server.`,
				);
			rmSync(path, { force: true });
		}
	}
	held.add(path);
	const unlock = () => {
		held.delete(path);
		rmSync(path, { force: true });
	};
	process.once('exit', unlock);
	return () => {
		process.off('exit', unlock);
		unlock();
	};
}

function readHolder(path: string): number | undefined {
	try {
		const holder = Number(readFileSync(path, 'utf8'));
		return Number.isInteger(holder) && holder > 0 ? holder : undefined;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

function isRunning(processId: number): boolean {
	if (processId === process.pid) return false;
	try {
		process.kill(processId, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
