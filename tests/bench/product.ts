import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The built server, listening on a port of this machine alone. */
export async function startProduct(
	port: number,
	settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
	const product = spawn(process.execPath, ['scripts/start.js'], {
		env: { ...process.env, ORIGIN: '', HOST: '127.0.0.1', PORT: String(port), ...settings },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	await once(product.stdout, 'data');
	// What it goes on to say is nobody's, and must not fill the pipe.
	product.stdout.resume();
	return product;
}

/** The demo's province, with nobody who reports in it. */
export function fillDemo(dataDirectory: string): void {
	const fill = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'demo', 'fill'], {
		env: { ...process.env, DATA_DIR: dataDirectory, DATABASE_URL: '', DEMO: '1' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (fill.status !== 0) throw new Error('The demo was not filled.');
}
