import { once } from 'node:events';
import { connect } from 'node:net';
import postgres from 'postgres';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import type { PostgresServer } from '../database/postgres-server';

export interface BenchDatabase {
	handle: DatabaseHandle;
	/** A connection of its own, for what the product doesn't do, such as COPY. */
	client: postgres.Sql;
	close(): Promise<void>;
}

/** @param template an existing database to start from; undefined: a migrated, empty one. */
export async function openBenchDatabase(
	server: PostgresServer,
	name: string,
	template?: string,
): Promise<BenchDatabase> {
	const databaseUrl = `${server.url}${name}`;
	if (template === undefined) await server.createDatabase(name);
	else {
		const administrator = postgres(`${server.url}postgres`, { max: 1 });
		await administrator.unsafe(`create database ${name} template ${template}`);
		await administrator.end();
	}
	const handle = await openDatabase({ databaseUrl, dataDirectory: '' });
	if (template === undefined) {
		await prepareDatabase(handle);
		await syncCatalogue(handle.database);
	}
	const client = postgres(databaseUrl, { max: 1, onnotice: () => {}, ...atOnce(databaseUrl) });
	return {
		handle,
		client,
		async close() {
			await client.end();
			await handle.close();
		},
	};
}

/**
 * Sends every packet at once, as psql does (TCP_NODELAY). Without it each COPY would wait twice for an
 * acknowledgement that the server's side delays, 90 ms in all, and be no measure of anything.
 */
function atOnce(databaseUrl: string) {
	const { hostname: host, port } = new URL(databaseUrl);
	return {
		async socket() {
			const socket = connect({ host, port: Number(port), noDelay: true });
			await once(socket, 'connect');
			return socket;
		},
	};
}
