import { tmpdir } from 'node:os';
import type { TestProject } from 'vitest/node';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { openDatabase, openEmbedded, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { startPostgres } from './postgres-server';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Base64 of a migrated data folder of the embedded engine. */
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

	const embedded = await openEmbedded(undefined);
	await prepareDatabase(embedded);
	await syncCatalogue(embedded.database);
	const snapshot = await embedded.dump();
	await embedded.close();

	project.provide('postgresServer', url);
	project.provide('embeddedSnapshot', Buffer.from(await snapshot.arrayBuffer()).toString('base64'));
	return () => server.stop();
}

async function migrated(handle: DatabaseHandle) {
	await prepareDatabase(handle);
	await syncCatalogue(handle.database);
	await handle.close();
}
