import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '../free-port';
import { io } from 'socket.io-client';
import { createPostgresDatabase } from '../database';

/** The built server as a process of its own: run `npm run build` first. */
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nhip-so-start-'));
});
afterAll(async () => {
	for (const child of children) child.kill('SIGKILL');
	await rm(folder, { recursive: true, force: true });
});

function launch(environment: Record<string, string>) {
	const child = spawn(process.execPath, ['scripts/start.js'], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	children.push(child);
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
	child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
	const exited = once(child, 'exit').then(([code]) => code as number | null);
	/** The address it serves on, once it does. */
	const address = new Promise<string>((resolve, reject) => {
		child.stdout.on('data', () => {
			const port = /:(\d+)\s*$/.exec(output.stdout)?.[1];
			if (port) resolve(`http://127.0.0.1:${port}`);
		});
		void exited.then(() => {
			reject(new Error(output.stderr));
		});
	});
	address.catch(() => {});
	return { child, output, exited, address };
}

async function failure(environment: Record<string, string>) {
	const { exited, output } = launch({ DATA_DIR: join(folder, 'unused'), ...environment });
	expect(await exited).not.toBe(0);
	const lines = output.stderr.trim().split('\n');
	expect(lines).toHaveLength(1);
	return lines[0];
}

describe('a start that fails says why in one line', () => {
	it('when the port is taken', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		expect(await failure({ PORT: String(port) })).toMatch(`Port ${port} is taken.`);
		other.close();
	});

	it('when the folder can not be made', async () => {
		await writeFile(join(folder, 'file'), '');
		expect(await failure({ DATA_DIR: join(folder, 'file', 'data') })).toMatch(/DATA_DIR/);
	});

	it('when the folder is not ours to write in', async () => {
		// Nothing is closed to root but what the kernel keeps for itself.
		const closed = process.getuid?.() === 0 ? '/sys' : await mkdtemp(join(folder, 'closed-'));
		if (closed !== '/sys') await chmod(closed, 0o500);
		expect(await failure({ DATA_DIR: join(closed, 'data') })).toMatch(
			/No permission for .*DATA_DIR/,
		);
	});

	it('when the database server can not be reached', async () => {
		const line = await failure({ DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/name' });
		expect(line).toMatch(/DATABASE_URL cannot be reached/);
		expect(line).not.toMatch('secret');
	});

	it('when the database does not exist', async () => {
		const url = `${inject('postgresServer')}nowhere`;
		expect(await failure({ DATABASE_URL: url })).toMatch(/"nowhere" does not exist.*DATABASE_URL/);
	});

	it('when the password is wrong', async () => {
		const url = inject('postgresServer').replace('postgres:postgres@', 'postgres:wrong@');
		expect(await failure({ DATABASE_URL: `${url}template` })).toMatch(/refused us.*DATABASE_URL/);
	});

	it('when another process holds the embedded database', async () => {
		const environment = { DATA_DIR: join(folder, 'held') };
		const { address, child, exited } = launch(environment);
		await address;
		expect(await failure(environment)).toMatch(`in use by process ${child.pid}`);
		child.kill('SIGTERM');
		await exited;
	});

	it.each([['PG_VERSION'], ['global/pg_control'], ['pg_wal']])(
		'when the embedded database is damaged: %s',
		async (part) => {
			const directory = join(folder, 'damaged', 'database');
			await cp(join(folder, 'held', 'database'), directory, { recursive: true });
			await rm(join(directory, part), { recursive: true });
			if (part !== 'pg_wal') await writeFile(join(directory, part), 'damaged');
			expect(await failure({ DATA_DIR: join(folder, 'damaged') })).toMatch(
				/damaged.*restore a backup/,
			);
			await rm(directory, { recursive: true });
		},
	);

	it.each([
		[{ PORT: 'http' }, /^PORT should be/],
		[{ HOST: '192.0.2.1' }, /^HOST=192\.0\.2\.1 is no address of this machine/],
		[{ ORIGIN: 'nhipso.example.vn' }, /^ORIGIN should be/],
		[{ BODY_SIZE_LIMIT: 'big' }, /^BODY_SIZE_LIMIT should be/],
		[{ DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL should be/],
		[{ HOME_UNIT: 'Bac Giang' }, /^HOME_UNIT should be/],
	])('when a variable is wrong: %o', async (environment, line) => {
		expect(await failure(environment as Record<string, string>)).toMatch(line);
	});
});

describe.each(['embedded', 'postgres'] as const)('a running server (%s)', (engine) => {
	let server: ReturnType<typeof launch>;
	let address: string;
	let environment: Record<string, string>;

	beforeAll(async () => {
		environment = { DATA_DIR: join(folder, engine), ORIGIN: '' };
		if (engine === 'postgres') environment.DATABASE_URL = await createPostgresDatabase();
		server = launch(environment);
		address = await server.address;
	});

	it('is healthy and ready', async () => {
		for (const path of ['/healthz', '/readyz']) {
			const response = await fetch(address + path);
			expect([response.status, await response.text()]).toEqual([200, 'ok']);
		}
	});

	it.each(['127.0.0.1', 'localhost'])('takes forms from its own pages on %s only', async (name) => {
		const base = address.replace('127.0.0.1', name);
		const post = (origin: string) =>
			fetch(`${base}/healthz`, {
				method: 'POST',
				headers: { origin, 'x-nhip-so-protocol': 'https' },
				body: new URLSearchParams({ name: 'x' }),
			});
		expect((await post(base)).status).not.toBe(403);
		expect((await post('http://elsewhere.example')).status).toBe(403);
	});

	it('protects every answer, whoever gives it, and names the charset of texts', async () => {
		const page = await (await fetch(`${address}/`)).text();
		const script = /[^"]*\/_app\/immutable\/[^"]+\.js/.exec(page)?.[0] ?? '';
		const paths = ['/', '/healthz', '/nowhere', '/api/v1/nowhere', '/bao-cao', '/robots.txt'];
		for (const path of [...paths, new URL(script, `${address}/`).pathname]) {
			const { headers } = await fetch(address + path, { redirect: 'manual' });
			expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
			const type = headers.get('content-type') ?? '';
			if (type.startsWith('text/')) expect(type.toLowerCase()).toMatch(/charset=utf-8/);
		}
		const { headers } = await fetch(`${address}/`);
		const own = new URL(address).host;
		expect(headers.get('content-security-policy')).toMatch(
			new RegExp(`connect-src 'self' ws://${own};`),
		);
	});

	it('packs pages for whoever takes them packed, and answers everybody else plainly', async () => {
		const encodings = ['br', 'gzip', 'identity'];
		const answers = encodings.map(async (encoding) => {
			const { headers } = await fetch(`${address}/phuong-phap`, {
				headers: { 'accept-encoding': encoding },
			});
			expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
			return headers.get('content-encoding');
		});
		expect(await Promise.all(answers)).toEqual(['br', 'gzip', null]);
	});

	it('says which address it takes for its own, and names ORIGIN', async () => {
		const answer = await fetch(`${address}/sign-out`, {
			method: 'POST',
			headers: { origin: 'https://elsewhere.example' },
		});
		expect(answer.status).toBe(403);
		const said = await answer.text();
		expect(said).toContain('ORIGIN=https://elsewhere.example');
		expect(said).toContain('Biểu mẫu');
		expect(said).toContain(address);
	});

	if (engine === 'embedded')
		it('keeps its files to its own account', async () => {
			const directory = join(folder, engine, 'database');
			for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
				const { mode } = await stat(join(entry.parentPath, entry.name));
				expect([entry.name, mode & 0o077]).toEqual([entry.name, 0]);
			}
		});

	it('finishes the requests that are under way at SIGTERM', async () => {
		const other = launch({ ...environment, DATA_DIR: join(folder, `${engine}-ending`) });
		const asked = await other.address;
		await fetch(asked);
		// Each asks the database for something else: none is answered from what was kept.
		const answers = Array.from({ length: 10 }, (_, index) => fetch(`${asked}/tim-xa?q=x${index}`));
		const first = await Promise.race(answers);
		other.child.kill('SIGTERM');
		const statuses = (await Promise.allSettled(answers)).map((answer) =>
			answer.status === 'fulfilled' ? answer.value.status : 'refused',
		);
		expect(first.status).toBe(200);
		expect(statuses.filter((status) => status !== 200)).toEqual([]);
		expect(await other.exited).toBe(0);
	});

	it('ends at SIGTERM without being cut off, whoever is connected, and lets go of its database', async () => {
		const silent = connect(Number(new URL(address).port), '127.0.0.1');
		const halfAsked = connect(Number(new URL(address).port), '127.0.0.1');
		await Promise.all([once(silent, 'connect'), once(halfAsked, 'connect')]);
		for (const connection of [silent, halfAsked]) connection.on('error', () => {});
		halfAsked.write('GET / HTTP/1.1\r\nHost: ');
		const socket = io(address, {
			transports: ['websocket'],
			reconnection: false,
			extraHeaders: { origin: address },
		});
		await new Promise<void>((resolve, reject) => {
			socket.once('connect', resolve).once('connect_error', reject);
		});
		const logged = server.output.stderr;
		server.child.kill('SIGTERM');
		expect(await server.exited).toBe(0);
		expect(server.output.stderr).toBe(logged);
		socket.close();
		await expect(readFile(join(folder, engine, 'database.lock'))).rejects.toThrow(/ENOENT/);

		const again = launch(environment);
		expect((await fetch(`${await again.address}/readyz`)).status).toBe(200);
		again.child.kill('SIGINT');
		expect(await again.exited).toBe(0);
	});
});

it('asks for https from then on with every answer, where its address has it', async () => {
	const port = await freePort();
	const server = launch({
		PORT: String(port),
		DATABASE_URL: await createPostgresDatabase(),
		DATA_DIR: join(folder, 'https'),
		ORIGIN: 'https://nhipso.example',
	});
	await once(server.child.stdout, 'data');
	const address = `http://127.0.0.1:${port}`;
	const page = await (await fetch(`${address}/`)).text();
	const script = /[^"]*\/_app\/immutable\/[^"]+\.js/.exec(page)?.[0] ?? '';
	const asset = new URL(script, `${address}/`).pathname;
	const handshake = '/socket.io/?EIO=4&transport=polling';
	for (const path of ['/', '/nowhere', '/api/v1/nowhere', '/healthz', asset, handshake]) {
		const { headers } = await fetch(address + path, { redirect: 'manual' });
		expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000']);
		expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
	}
	server.child.kill('SIGTERM');
	expect(await server.exited).toBe(0);
});
