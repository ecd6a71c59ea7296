import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { packFolder } from './pack-folder';
import { startPostgres } from './postgres-server';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The file that a migrated data folder of the embedded engine is packed in. */
		embeddedSnapshot: string;
		/** `postgres://…/` of a real server that has a migrated database named `template`. */
		postgresServer: string;
	}
}

/** Brings up a real PostgreSQL and a migrated snapshot of the embedded engine, once for all tests. */
export default async function setup(project: TestProject) {
	const server = await startPostgres();
	const { url } = server;
	await server.createDatabase('template');
	await migrated(await openDatabase({ databaseUrl: `${url}template`, dataDirectory: tmpdir() }));

	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-snapshot-'));
	const snapshot = join(folder, 'embedded.tar');
	// It hides its files from others; what comes after needn't.
	const mask = process.umask(0o077);
	await migrated(await openDatabase({ dataDirectory: folder }));
	process.umask(mask);
	// What it sets aside to keep pages in is cleared at each start, which took a third of it.
	await appendFile(join(folder, 'database', 'postgresql.conf'), 'shared_buffers = 16MB\n');
	// Closed, it has nothing to make up for when it is opened; its templates would only be carried along.
	await writeFile(snapshot, await packFolder(join(folder, 'database'), ['base/1', 'base/4']));

	project.provide('postgresServer', url);
	project.provide('embeddedSnapshot', snapshot);
	return async () => {
		await server.stop();
		await rm(folder, { recursive: true });
	};
}

async function migrated(handle: DatabaseHandle) {
	await prepareDatabase(handle);
	await syncCatalogue(handle.database);
	await handle.close();
}
