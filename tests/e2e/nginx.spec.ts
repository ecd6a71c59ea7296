import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { freePort } from '../free-port';
import { serverAddress } from './environment';
import { expect, test } from './fixtures';

/** The configuration of the README in a real nginx, before the server under test. */

const isInstalled = ['nginx', 'openssl'].every(
	(name) => spawnSync(name, ['version']).error === undefined,
);

let folder: string;
let nginx: ChildProcess;
let address: string;

test.beforeAll(async () => {
	if (!isInstalled) return;
	folder = mkdtempSync(join(tmpdir(), 'nhip-so-nginx-'));
	const [plain, secure] = [await freePort(), await freePort()];
	address = `https://127.0.0.1:${secure}`;
	const [certificate, key] = [join(folder, 'nginx.crt'), join(folder, 'nginx.key')];
	const request = [
		'req',
		'-x509',
		'-nodes',
		'-newkey',
		'ec',
		'-pkeyopt',
		'ec_paramgen_curve:P-256',
	];
	const files = ['-subj', '/CN=127.0.0.1', '-keyout', key, '-out', certificate];
	execFileSync('openssl', [...request, ...files], { stdio: 'ignore' });
	const [, shown = ''] = /```nginx\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
	const own = shown
		.replace('/var/cache/nginx/nhip-so', join(folder, 'cache'))
		.replace('127.0.0.1:3000', new URL(serverAddress).host)
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
	nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
	const listens = () =>
		get('/healthz').then(
			({ status }) => status,
			() => 0,
		);
	await expect.poll(listens).toBe(200);
});

test.afterAll(async () => {
	if (!isInstalled) return;
	nginx.kill('SIGTERM');
	await once(nginx, 'exit');
	rmSync(folder, { recursive: true, force: true });
});

/** Over HTTP/2, or not at all. */
async function get(path: string, headers: Record<string, string> = {}) {
	const session = connect(address, { rejectUnauthorized: false });
	try {
		await once(session, 'connect');
		const stream = session.request({ ':path': path, 'accept-encoding': 'br', ...headers });
		const [answered] = (await once(stream, 'response')) as [Record<string, string | number>];
		stream.resume();
		await once(stream, 'end');
		return { status: answered[':status'], headers: answered };
	} finally {
		session.close();
	}
}

if (isInstalled) {
	test('nginx carries the crowd with pages of ours, and leaves whoever is signed in to the server', async ({
		context,
		signIn,
	}) => {
		// Its headers are the longest of all pages.
		expect((await get('/')).status).toBe(200);
		const first = await get('/phuong-phap');
		expect([first.status, first.headers['x-cache']]).toEqual([200, 'MISS']);
		const second = await get('/phuong-phap');
		expect([second.status, second.headers['x-cache']]).toEqual([200, 'HIT']);
		expect(second.headers).toMatchObject({
			'content-encoding': 'br',
			'x-content-type-options': 'nosniff',
			'content-security-policy': expect.stringContaining("default-src 'self'"),
		});
		const { etag } = second.headers;
		const again = await get('/phuong-phap', { 'if-none-match': String(etag) });
		expect(again.status).toBe(304);

		await signIn('viewer');
		const cookies = await context.cookies();
		const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
		const own = await get('/phuong-phap', { cookie });
		expect([own.status, own.headers['x-cache']]).toEqual([200, 'BYPASS']);
		expect(own.headers['cache-control']).toBe('private, no-store');
	});

	test('nginx lets live changes through', async () => {
		const socket = io(address, { transports: ['websocket'], rejectUnauthorized: false });
		await new Promise<void>((resolve, reject) => {
			socket.on('connect', resolve);
			socket.on('connect_error', reject);
		});
		socket.close();
	});
}
