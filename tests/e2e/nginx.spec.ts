import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get as ask, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { io } from 'socket.io-client';
import { freePort } from '../free-port';
import { serverAddress } from './environment';
import { expect, test } from './fixtures';

/** The configuration of the README in a real nginx, before the server under test and before one that obeys. */

const isInstalled = ['nginx', 'openssl'].every(
	(name) => spawnSync(name, ['version']).error === undefined,
);

interface Proxy {
	process: ChildProcess;
	folder: string;
	/** Where it takes visitors, and where those who come without TLS. */
	secure: string;
	plain: string;
}

const proxies: Proxy[] = [];

/** @param upstream host and port of the server behind it. */
async function startNginx(upstream: string): Promise<Proxy> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-nginx-'));
	const [plain, secure] = [await freePort(), await freePort()];
	const [certificate, key] = [join(folder, 'nginx.crt'), join(folder, 'nginx.key')];
	const request = ['req', '-x509', '-nodes', '-newkey', 'ec'];
	const curve = ['-pkeyopt', 'ec_paramgen_curve:P-256'];
	const files = ['-subj', '/CN=127.0.0.1', '-keyout', key, '-out', certificate];
	execFileSync('openssl', [...request, ...curve, ...files], { stdio: 'ignore' });
	const [, shown = ''] = /```nginx\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
	const own = shown
		.replace('/var/cache/nginx/nhip-so', join(folder, 'cache'))
		.replace('127.0.0.1:3000', upstream)
		.replace('listen 80;', `listen 127.0.0.1:${plain};`)
		.replace('listen 443 ssl', `listen 127.0.0.1:${secure} ssl`)
		.replace('/etc/ssl/nhip-so.crt', certificate)
		.replace('/etc/ssl/nhip-so.key', key);
	const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${join(folder, name)};`)
		.join(' ');
	// Started by root, nginx works as somebody who may not read the folder.
	const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
	const whole = `${user} daemon off; pid ${join(folder, 'pid')}; error_log stderr; events {} http { access_log off; ${paths}\n${own} }`;
	writeFileSync(join(folder, 'nginx.conf'), whole);
	const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
	const proxy = {
		...{ process: nginx, folder },
		...{ secure: `https://127.0.0.1:${secure}`, plain: `http://127.0.0.1:${plain}` },
	};
	proxies.push(proxy);
	const listens = () =>
		get(proxy, '/healthz').then(
			({ status }) => status,
			() => 0,
		);
	await expect.poll(listens).toBe(200);
	return proxy;
}

test.afterAll(async () => {
	for (const { process: nginx, folder } of proxies.splice(0)) {
		nginx.kill('SIGTERM');
		await once(nginx, 'exit');
		rmSync(folder, { recursive: true, force: true });
	}
});

/** Over HTTP/2, or not at all. */
async function get({ secure }: Proxy, path: string, headers: Record<string, string> = {}) {
	const session = connect(secure, { rejectUnauthorized: false });
	try {
		await once(session, 'connect');
		const stream = session.request({ ':path': path, 'accept-encoding': 'br', ...headers });
		const [answered] = (await once(stream, 'response')) as [Record<string, string | number>];
		const chunks: Buffer[] = [];
		for await (const chunk of stream) chunks.push(chunk as Buffer);
		return {
			...{ status: answered[':status'], headers: answered },
			cache: answered['x-cache'],
			body: Buffer.concat(chunks),
		};
	} finally {
		session.close();
	}
}

/** A server that keeps for a second what it says how often it was asked, and by whom. */
async function startEcho(): Promise<{ server: Server; host: string }> {
	let asked = 0;
	const server = createServer(({ headers }, response) => {
		asked += 1;
		response.writeHead(200, { 'cache-control': 's-maxage=1, stale-if-error=300' });
		response.end(JSON.stringify({ asked, from: headers['x-forwarded-for'], host: headers.host }));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

if (isInstalled) {
	test('nginx carries the crowd with pages of ours, and leaves whoever is signed in to the server', async ({
		context,
		signIn,
	}) => {
		const nginx = await startNginx(new URL(serverAddress).host);
		// Its headers are the longest of all pages.
		expect((await get(nginx, '/')).status).toBe(200);
		const first = await get(nginx, '/phuong-phap');
		expect([first.status, first.cache]).toEqual([200, 'MISS']);
		const second = await get(nginx, '/phuong-phap');
		expect([second.status, second.cache]).toEqual([200, 'HIT']);
		expect(second.headers).toMatchObject({
			'content-encoding': 'br',
			'x-content-type-options': 'nosniff',
			'content-security-policy': expect.stringContaining("default-src 'self'"),
		});
		const { etag } = second.headers;
		const again = await get(nginx, '/phuong-phap', { 'if-none-match': String(etag) });
		expect(again.status).toBe(304);
		// Somebody else's cookies make no other page, but an older browser has a copy of its own.
		expect((await get(nginx, '/phuong-phap', { cookie: '_ga=1' })).cache).toBe('HIT');
		const older = { 'accept-encoding': 'gzip, deflate' };
		const zipped = await get(nginx, '/phuong-phap', older);
		expect(gunzipSync(zipped.body).toString()).toContain('</html>');
		expect((await get(nginx, '/phuong-phap', { 'accept-encoding': 'gzip' })).cache).toBe('HIT');

		await signIn('viewer');
		const cookies = await context.cookies();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		const own = await get(nginx, '/phuong-phap', { cookie });
		expect([own.status, own.cache]).toEqual([200, 'BYPASS']);
		expect(own.headers['cache-control']).toBe('private, no-store');

		const socket = io(nginx.secure, { transports: ['websocket'], rejectUnauthorized: false });
		await new Promise<void>((resolve, reject) => {
			socket.on('connect', resolve);
			socket.on('connect_error', reject);
		});
		socket.close();
	});

	test('nginx tells the server who asks, leads to TLS, and shows nothing that is too old but while the server is away', async () => {
		const { server, host } = await startEcho();
		const nginx = await startNginx(host);
		const said = async (path: string, headers: Record<string, string> = {}) =>
			JSON.parse((await get(nginx, path, headers)).body.toString()) as Record<string, unknown>;
		expect(await said('/who', { 'x-forwarded-for': '203.0.113.9' })).toMatchObject({
			...{ from: '127.0.0.1', host: new URL(nginx.secure).host },
		});
		const [plainly] = (await once(ask(`${nginx.plain}/xa/1?thang=2026-10`), 'response')) as [
			IncomingMessage,
		];
		plainly.resume();
		expect([plainly.statusCode, plainly.headers.location]).toEqual([
			301,
			'https://127.0.0.1/xa/1?thang=2026-10',
		]);

		expect((await get(nginx, '/old')).cache).toBe('MISS');
		let last = await get(nginx, '/old');
		const next = async () => (last = await get(nginx, '/old')).cache;
		await expect.poll(next).not.toBe('HIT');
		expect(last.cache).toBe('EXPIRED');

		server.close();
		server.closeAllConnections();
		await expect.poll(next).not.toBe('HIT');
		expect([last.status, last.cache]).toEqual([200, 'STALE']);
	});
}
