import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { openDatabase, openEmbedded, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
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
	const embedded = await openEmbedded(undefined);
	await prepareDatabase(embedded);
	await syncCatalogue(embedded.database);
	// Else whoever opens it goes through all migrations once more, from the write-ahead log.
	await embedded.database.execute(sql`checkpoint`);
	await writeFile(snapshot, new Uint8Array(await (await embedded.dump()).arrayBuffer()));
	await embedded.close();

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
