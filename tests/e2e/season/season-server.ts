import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of its own, whose clock a test moves. */
export interface SeasonServer {
	address: string;
	/** Sessions of the time before have ended then. */
	moveTo: (instant: string) => Promise<void>;
	stop: () => Promise<void>;
}

/** @param from the instant at which its clock begins. */
export async function startSeasonServer(from: string): Promise<SeasonServer> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-season-'));
	const fill = spawnSync(
		process.execPath,
		['--import', 'tsx', 'tests/e2e/season/fill-world.ts', folder],
		{ stdio: ['ignore', 'ignore', 'inherit'] },
	);
	if (fill.status !== 0) throw new Error('The province of the season was not made.');
	const server = spawn(
		process.execPath,
		['--import', './tests/e2e/season/moved-clock.js', 'scripts/start.js'],
		{
			env: {
				...{ PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', REQUIRE_SECOND_FACTOR: '0' },
				...{ DATA_DIR: folder, CLOCK_FROM: from },
			},
			stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		},
	);
	return {
		address: await addressOf(server),
		async moveTo(instant) {
			const moved = once(server, 'message');
			server.send(instant);
			await moved;
		},
		async stop() {
			const ended = once(server, 'exit');
			server.kill();
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
	if (!stdout) throw new Error('The server is heard.');
	const [line] = (await once(stdout, 'data')) as [Buffer];
	stdout.resume();
	const port = /:(\d+)\s*$/.exec(String(line))?.[1];
	if (!port) throw new Error(`The server says: ${String(line)}`);
	return `http://127.0.0.1:${port}`;
}
