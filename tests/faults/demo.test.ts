import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** `npm run demo` as a process of its own: run `npm run build` first. */
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nhip-so-demo-'));
});
afterAll(async () => {
	for (const child of children) child.kill('SIGKILL');
	await rm(folder, { recursive: true, force: true });
});

function launch(environment: Record<string, string>) {
	const child = spawn(process.execPath, ['scripts/demo.js'], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	children.push(child);
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
	child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
	const exited = once(child, 'exit').then(([code]) => code as number | null);
	return { child, output, exited };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) await sleep(100);
}

describe('a demo that can not start says why in one line, before it does anything long', () => {
	const failure = async (environment: Record<string, string>) => {
		const { exited, output } = launch({ DATA_DIR: join(folder, 'unused'), ...environment });
		expect(await exited).toBe(1);
		expect(output.stdout).toBe('');
		const lines = output.stderr.trim().split('\n');
		expect(lines).toHaveLength(1);
		return lines[0];
	};

	it('when the port is taken', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		expect(await failure({ PORT: String(port) })).toMatch(`Port ${port} is taken.`);
		other.close();
	});

	it('when the folder can not be written to', async () => {
		await writeFile(join(folder, 'file'), '');
		expect(await failure({ DATA_DIR: join(folder, 'file', 'data') })).toMatch(/DATA_DIR/);
	});

	it('when the database server can not be reached', async () => {
		const line = await failure({ DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/name' });
		expect(line).toMatch(/DATABASE_URL cannot be reached/);
		expect(line).not.toMatch('secret');
	});

	it('when another process holds the database', async () => {
		const directory = await mkdtemp(join(folder, 'held-'));
		await writeFile(join(directory, 'database.lock'), String(process.ppid));
		expect(await failure({ DATA_DIR: directory })).toMatch(`in use by process ${process.ppid}`);
	});
});

describe('a demo that can start', () => {
	const environment = () => ({ DATA_DIR: join(folder, 'demo') });

	// Where nobody has filled one, it is filled by its first start.
	beforeAll(async () => {
		const filled = process.env.FILLED_PROVINCE;
		if (filled) await cp(filled, environment().DATA_DIR, { recursive: true });
	});

	const start = async () => {
		const demo = launch(environment());
		await until(() => demo.output.stdout.includes('Ctrl-C') || demo.child.exitCode !== null);
		const address = /Map\s+(http\S+)/.exec(demo.output.stdout)?.[1];
		if (!address) throw new Error(demo.output.stderr);
		return { ...demo, address };
	};
	const log = () => readFile(join(folder, 'demo', 'demo-simulator.log'), 'utf8');
	const simulatorOf = async (parent: number | undefined) => {
		const path = `/proc/${parent}/task/${parent}/children`;
		return Number((await readFile(path, 'utf8')).trim().split(' ').at(-1));
	};
	const runs = (processId: number) => {
		try {
			process.kill(processId, 0);
			return true;
		} catch {
			return false;
		}
	};

	it('serves, prints the sign-ins, is worked in, and ends within 5 s of SIGTERM', async () => {
		const { child, output, exited, address } = await start();
		expect(output.stdout).toContain('demo-nhip-so');
		expect(output.stdout).toMatch(/First page after [\d.]+ s/);
		const page = await (await fetch(address)).text();
		expect(page).toContain('Dữ liệu minh họa');
		expect(page).toContain('Tỉnh Mẫu');
		await until(async () => /(reports|corrects|approves) 99/.test(await log()));
		const began = Date.now();
		child.kill('SIGTERM');
		expect(await exited).toBe(0);
		expect(Date.now() - began).toBeLessThan(5000);
		expect(existsSync(join(folder, 'demo', 'database.lock'))).toBe(false);
	}, 300_000);

	it.runIf(existsSync('/proc/self/task'))(
		'leaves no simulator behind, however it ends',
		async () => {
			const { child } = await start();
			await until(async () => (await log()) !== '');
			const simulator = await simulatorOf(child.pid);
			expect(runs(simulator)).toBe(true);
			child.kill('SIGKILL');
			await until(() => !runs(simulator));
		},
		120_000,
	);
});
