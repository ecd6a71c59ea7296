import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of its own, whose clock a test moves. */
export interface MovedServer {
	address: string;
	/** Sessions of the time before may have ended then. */
	moveTo: (instant: string) => Promise<void>;
	/** Ended and started again at the same address, as for a new release; its clock begins at an instant anew. */
	restart: (from: string) => Promise<void>;
	stop: () => Promise<void>;
}

/** A province of four communes, as tests have it. */
function fillWorld(folder: string): void {
	const fill = spawnSync(
		process.execPath,
		['--import', 'tsx', 'tests/e2e/moved-clock/fill-world.ts', folder],
		{ stdio: ['ignore', 'ignore', 'inherit'] },
	);
	if (fill.status !== 0) throw new Error('The province was not made.');
}

/**
 * @param from the instant at which its clock begins
 * @param fill makes what it is about in a folder that is empty
 * @param settings variables beyond those of every server here
 */
export async function startMovedServer(
	from: string,
	fill: (folder: string) => void | Promise<void> = fillWorld,
	settings: Readonly<Record<string, string>> = {},
): Promise<MovedServer> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-moved-'));
	await fill(folder);
	let server = spawnServer(folder, from, 0, settings);
	const port = await portOf(server);
	return {
		address: `http://127.0.0.1:${port}`,
		async moveTo(instant) {
			const moved = once(server, 'message');
			server.send(instant);
			await moved;
		},
		async restart(from) {
			await end(server);
			server = spawnServer(folder, from, port, settings);
			await portOf(server);
		},
		async stop() {
			await end(server);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

function spawnServer(
	folder: string,
	from: string,
	port: number,
	settings: Readonly<Record<string, string>>,
): ChildProcess {
	return spawn(
		process.execPath,
		['--import', './tests/e2e/moved-clock/clock.js', 'scripts/start.js'],
		{
			env: {
				...{ PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port) },
				...{ DATA_DIR: folder, CLOCK_FROM: from, REQUIRE_SECOND_FACTOR: '0' },
				...settings,
			},
			stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		},
	);
}

async function end(server: ChildProcess): Promise<void> {
	const ended = once(server, 'exit');
	server.kill();
	await ended;
}

/** Its first line is its address: it listens. */
async function portOf({ stdout }: ChildProcess): Promise<number> {
	if (!stdout) throw new Error('The server is heard.');
	const [line] = (await once(stdout, 'data')) as [Buffer];
	stdout.resume();
	const port = Number(/:(\d+)\s*$/.exec(String(line))?.[1]);
	if (!port) throw new Error(`The server says: ${String(line)}`);
	return port;
}
