import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject, vi } from 'vitest';
import {
	openDatabase,
	openEmbedded,
	type Database,
	type DatabaseHandle,
} from '../../src/lib/server/db/client';

/** Address of a fresh, migrated database on the real PostgreSQL of the test run. */
export async function createPostgresDatabase(): Promise<string> {
	const server = inject('postgresServer');
	const name = `test_${randomBytes(6).toString('hex')}`;
	const client = postgres(`${server}postgres`, { max: 1 });
	await client.unsafe(`create database ${name} template template`);
	await client.end();
	return `${server}${name}`;
}

/** A fresh, migrated database of its own; close it when done. */
export async function openTestDatabase(engine: 'embedded' | 'postgres'): Promise<DatabaseHandle> {
	if (engine === 'postgres')
		return openDatabase({ databaseUrl: await createPostgresDatabase(), dataDirectory: tmpdir() });
	return openEmbedded(undefined, await embeddedSnapshot());
}

export const embeddedSnapshot = async () => new Blob([await readFile(inject('embeddedSnapshot'))]);

/**
 * Before the embedded database is opened in a folder: tests run in threads, which may not set the mask
 * of their process. What it keeps from others is asked of a real server, in tests/faults/start.test.ts.
 */
export function leaveMask(): void {
	vi.spyOn(process, 'umask').mockReturnValue(0o022);
}

/** Declares the tests twice, each time against a fresh database of one engine, shared by the block. */
export function describeDatabase(
	name: string,
	declare: (handle: () => DatabaseHandle) => void,
): void {
	describe.each(['embedded', 'postgres'] as const)(`${name} (%s)`, (engine) => {
		let handle: DatabaseHandle | undefined;
		beforeAll(async () => {
			handle = await openTestDatabase(engine);
		});
		afterAll(() => handle?.close());
		declare(() => {
			if (!handle) throw new Error('The database is opened in beforeAll.');
			return handle;
		});
	});
}

class RolledBack extends Error {}

/** Runs `body` in a transaction that is always rolled back, so that tests don't see one another. */
export async function rolledBack(
	handle: DatabaseHandle,
	body: (database: Database) => Promise<void>,
): Promise<void> {
	try {
		await handle.database.transaction(async (transaction) => {
			await body(transaction);
			throw new RolledBack();
		});
	} catch (error) {
		if (!(error instanceof RolledBack)) throw error;
	}
}
