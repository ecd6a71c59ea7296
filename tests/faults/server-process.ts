import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** A server of the build, as `npm start` runs it. */
export interface ServerProcess {
	url: string;
	child: ChildProcess;
	/** Its log so far. */
	log(): string;
	/** Kills it without a word and waits until it is gone. */
	kill(): Promise<void>;
}

/** @param environment a PORT of 0 takes any free one. */
export async function startServerProcess(
	environment: Record<string, string>,
): Promise<ServerProcess> {
	if (!existsSync('build/handler.js'))
		throw new Error('This test runs the built program. Run: npm run build');
	const child = spawn(process.execPath, ['scripts/start.js'], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stderr.on('data', (chunk) => (output += String(chunk)));
	const exited = once(child, 'exit');
	const url = await new Promise<string>((resolve, reject) => {
		child.stdout.on('data', (chunk) => {
			const port = /:(\d+)\s*$/.exec(String(chunk))?.[1];
			if (port) resolve(`http://127.0.0.1:${port}`);
		});
		void exited.then(() => {
			reject(new Error(`The server did not start: ${output}`));
		});
	});
	return {
		url,
		child,
		log: () => output,
		async kill() {
			child.kill('SIGKILL');
			await exited;
		},
	};
}
