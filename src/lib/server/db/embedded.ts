import {
	chmodSync,
	closeSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeSync,
} from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type QueryOptions } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { DatabaseBusyError, ExpectedError, UnavailableError } from '../errors';
import { migrations, type Database, type DatabaseHandle } from './handle';
import * as schema from './schema';

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
		if (directory !== undefined) closeToOthers(directory);
		client = await PGlite.create({
			...(directory === undefined ? {} : { dataDir: directory }),
			...(loadDataDir === undefined ? {} : { loadDataDir }),
		});
		// The files that a new database begins with are made open to all, whatever the mask says.
		if (directory !== undefined) closeToOthers(directory);
	} catch (error) {
		unlock();
		throw directory === undefined || isOfTheMachine(error)
			? error
			: new DamagedDatabase(directory, error);
	}
	const hasRoom = async () => directory === undefined || (await freeBytes(directory)) > leastRoom;
	return {
		engine: 'embedded',
		database: withRoom(drizzle(guarded(client, hasRoom), { schema }), hasRoom),
		migrate: () => migrate(drizzle(client), migrations),
		dump: () => client.dumpDataDir('none'),
		async listen(channel, onPayload, onListening) {
			const unlisten = await client.listen(channel, onPayload);
			onListening();
			return unlisten;
		},
		hasRoom,
		async close() {
			await client.close();
			unlock();
		},
	};
}

/** Its own code is one long line, which is all that its stack would show. */
class DamagedDatabase extends ExpectedError {
	readonly status = 503;
	readonly code = 'databaseDamaged';
	constructor(directory: string, cause: unknown) {
		super(
			`The embedded database in ${directory} cannot be read: it is damaged, incomplete, or of another version. Move the folder away and restore a backup (npm run cli -- restore FILE).`,
			{ cause },
		);
	}
}

/** A folder that may not be written, a full disk: said elsewhere in their own words. */
function isOfTheMachine(error: unknown): boolean {
	return error instanceof Error && 'syscall' in error && 'code' in error && error.code !== 'ENOENT';
}

/** Below this a write could fail halfway, which the embedded database doesn't survive. */
const leastRoom = 16 * 1024 * 1024;

async function freeBytes(directory: string): Promise<number> {
	const { bavail, bsize } = await statfs(directory);
	return bavail * bsize;
}

/** @throws UnavailableError where nothing may be changed, for want of room. */
async function requireRoom(hasRoom: () => Promise<boolean>): Promise<void> {
	if (!(await hasRoom()))
		throw new UnavailableError('diskFull', 'The disk of the database is full.');
}

/** A transaction begins only where there is room for what it may change. */
function withRoom(
	database: ReturnType<typeof drizzle<typeof schema>>,
	hasRoom: () => Promise<boolean>,
): Database {
	const begin = database.transaction.bind(database);
	const transaction: typeof database.transaction = async (work, config) => {
		if (config?.accessMode !== 'read only') await requireRoom(hasRoom);
		return begin(work, config);
	};
	return Object.assign(database, { transaction });
}

const changes = /\b(?:insert into|update|delete from)\b/i;

/** A statement of its own that changes something is sent only where there is room for it. */
function guarded(client: PGlite, hasRoom: () => Promise<boolean>): PGlite {
	const query: PGlite['query'] = async (text, parameters, options) => {
		if (changes.test(text)) await requireRoom(hasRoom);
		return client.query(text, parameters, withOwnParsers(client, options));
	};
	const transaction: PGlite['transaction'] = (work) =>
		client.transaction((begun) => {
			const query: typeof begun.query = (text, parameters, options) =>
				begun.query(text, parameters, withOwnParsers(client, options));
			return work({
				...begun,
				query,
				get closed() {
					return begun.closed;
				},
			});
		});
	return new Proxy(client, {
		get(target, name): unknown {
			if (name === 'query') return query;
			if (name === 'transaction') return transaction;
			const found: unknown = Reflect.get(target, name);
			return typeof found === 'function' ? found.bind(target) : found;
		},
	});
}

/**
 * Each statement of drizzle's brings the same parsers along, for which the client would copy all of its own each
 * time, hundreds of them: they are made its own instead.
 */
function withOwnParsers(
	client: PGlite,
	options: QueryOptions | undefined,
): QueryOptions | undefined {
	if (!options?.parsers) return options;
	const { parsers, ...others } = options;
	Object.assign(client.parsers, parsers);
	return others;
}

/** Names and hashes are in there: nobody but the account that runs the program may read them. */
function closeToOthers(directory: string): void {
	process.umask(0o077);
	mkdirSync(directory, { recursive: true, mode: 0o700 });
	chmodSync(directory, 0o700);
	for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true }))
		chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

/** Folders held by this process: a lock with our own number that isn't among them is a leftover. */
const ownFolders = new Set<string>();

/** PGlite itself has no lock, and two processes in one folder corrupt it without a word. */
function lockDirectory(directory: string): () => void {
	mkdirSync(directory, { recursive: true });
	const path = `${directory}.lock`;
	if (ownFolders.has(path))
		throw new DatabaseBusyError(`${directory} is already open in this process.`);
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
	ownFolders.add(path);
	const unlock = () => {
		ownFolders.delete(path);
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
