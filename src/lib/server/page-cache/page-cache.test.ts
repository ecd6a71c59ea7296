import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TooManyError } from '../errors';
import { PageCache } from './page-cache';

let mark = 1;
let pages: PageCache;
let server: Server;
let base: string;
/** How often the page was written. */
let written: number;
let status: number;

const write = () => {
	written += 1;
	const headers = { 'content-type': 'text/html', link: '</style.css>; rel=preload' };
	return Promise.resolve(new Response(`page ${written} ${'hộ '.repeat(900)}`, { status, headers }));
};

const asking = (path = '/xa/1', headers: Record<string, string> = {}) =>
	new Request(base + path, { headers: { host: new URL(base).host, ...headers } });
const answer = (request: Request, given = write, network = '192.0.2.1') =>
	pages.answer({ request, names: ['thang', 'xa'], network }, given);
const ask = (...asked: Parameters<typeof asking>) => answer(asking(...asked));
const text = async (...asked: Parameters<typeof ask>) =>
	(await (await ask(...asked)).text()).split(' ').slice(0, 2).join(' ');

beforeEach(async () => {
	[mark, written, status] = [1, 0, 200];
	pages = new PageCache(
		() => mark,
		(cookies) => !cookies?.includes('session='),
	);
	server = createServer((request, response) => {
		const protect = () => response.setHeader('x-content-type-options', 'nosniff');
		if (!pages.serve(request, response, protect)) response.writeHead(204).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
	vi.useRealTimers();
	server.close();
});

it('is written once for many, and once more after a change that the public sees', async () => {
	expect(await Promise.all([text(), text(), text()])).toEqual(['page 1', 'page 1', 'page 1']);
	expect(await text('/xa/2')).toBe('page 2');
	mark = 2;
	expect(await text()).toBe('page 3');
	expect(await text()).toBe('page 3');
});

it('is not begun before a change and shown to whoever asks after it', async () => {
	let finish: (answer: Response) => void = () => undefined;
	const slow = new Promise<Response>((resolve) => (finish = resolve));
	const first = answer(asking(), () => slow);
	mark = 2;
	const second = answer(asking());
	finish(new Response('before'));
	expect(await (await first).text()).toBe('before');
	expect(await (await second).text()).toMatch(/^page 1/);
	expect(await text()).toBe('page 1');
});

it('is forgotten after twenty seconds, and when somebody has changed something', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	expect(await text()).toBe('page 1');
	vi.setSystemTime(Date.now() + 19_000);
	expect(await text()).toBe('page 1');
	vi.setSystemTime(Date.now() + 2_000);
	expect(await text()).toBe('page 2');
	pages.clear();
	expect(await text()).toBe('page 3');
});

it('is not sent to whoever has it, also where it had to be written anew', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	const same = () =>
		Promise.resolve(new Response('page', { headers: { 'content-type': 'text/html' } }));
	const etag = (await answer(asking(), same)).headers.get('etag') ?? '';
	const again = () => answer(asking('/xa/1', { 'if-none-match': etag }), same);
	vi.setSystemTime(Date.now() + 21_000);
	const answered = await again();
	expect([answered.status, await answered.text()]).toEqual([304, '']);
	expect(answered.headers.get('cache-control')).toMatch(/^public, max-age=0/);
	const changed = await answer(asking('/xa/2', { 'if-none-match': etag }));
	expect([changed.status, (await changed.text()).slice(0, 6)]).toEqual([200, 'page 1']);
});

it('goes at once to visitors alone, and is of the host that was asked', async () => {
	expect(await text()).toBe('page 1');
	expect(await text('/xa/1', { host: 'other.example' })).toBe('page 2');
	expect(await text()).toBe('page 1');
	const header = { cookie: 'session=abc', 'accept-encoding': 'br' };
	expect((await fetch(`${base}/xa/1`, { headers: header })).status).toBe(204);
});

it.each([
	['a failure', () => new Response('page', { status: 503 })],
	['what sets a cookie', () => new Response('page', { headers: { 'set-cookie': 'a=1' } })],
	['data that failed', () => Response.json({ type: 'data', nodes: [{ type: 'error' }] })],
])('keeps not %s', async (_, failure) => {
	let asked = 0;
	const failing = () => Promise.resolve((asked++, failure()));
	for (const _ of [1, 2]) await answer(asking(), failing);
	expect(asked).toBe(2);
});

it('goes out compressed before anything else is done, and not at all to whoever has it', async () => {
	await ask();
	const get = (headers: Record<string, string>) => fetch(`${base}/xa/1`, { headers });
	await vi.waitFor(async () => {
		expect((await get({ 'accept-encoding': 'br' })).status).toBe(200);
	});
	const answer = await get({ 'accept-encoding': 'gzip, deflate, br' });
	expect(await answer.text()).toMatch(/^page 1 hộ/);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		'content-encoding': 'br',
		'cache-control': expect.stringMatching(/^public, max-age=0, s-maxage=5,/) as string,
		link: '</style.css>; rel=preload',
		vary: 'accept-encoding, cookie',
	});
	expect((await get({ 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
	expect((await get({ 'accept-encoding': 'identity' })).status).toBe(204);
	const second = await get({ 'accept-encoding': 'gzip, deflate, br' });
	const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => name !== 'date');
	expect(headersOf(second)).toEqual(headersOf(answer));
	expect(second.headers.get('x-content-type-options')).toBe('nosniff');
	expect(await second.text()).toMatch(/^page 1 hộ/);
	const again = await get({ 'if-none-match': answer.headers.get('etag') ?? '' });
	expect([again.status, await again.text()]).toEqual([304, '']);
	const head = await fetch(`${base}/xa/1`, {
		method: 'HEAD',
		headers: { 'accept-encoding': 'br' },
	});
	expect(head.headers.get('content-length')).toBe(answer.headers.get('content-length'));
	mark = 2;
	expect((await get({ 'accept-encoding': 'br' })).status).toBe(204);
});

it('is one page whatever else its address says, in whatever order', async () => {
	expect(await text('/xa/1?thang=2026-10&xa=2&xa=1')).toBe('page 1');
	expect(await text('/xa/1?fbclid=abc&xa=2&xa=1&thang=2026-10')).toBe('page 1');
	expect(await text('/xa/1?xa=1&xa=2&thang=2026-10')).toBe('page 2');
	expect(await text('/xa/1?utm_source=zalo')).toBe('page 3');
	expect(await text('/xa/1')).toBe('page 3');
	expect(await text('/xa/1?x-sveltekit-invalidated=01')).toBe('page 4');
	const get = () =>
		fetch(`${base}/xa/1?fbclid=def&thang=2026-10&xa=2&xa=1`, {
			headers: { 'accept-encoding': 'br' },
		});
	await vi.waitFor(async () => {
		expect((await get()).status).toBe(200);
	});
	expect(await (await get()).text()).toMatch(/^page 1 /);
});

it('goes out as it is where it is a picture', async () => {
	const headers = { 'content-type': 'image/png' };
	const picture = 'x'.repeat(9_000);
	await answer(asking('/card.png'), () => Promise.resolve(new Response(picture, { headers })));
	const sent = await fetch(`${base}/card.png`, { headers: { 'accept-encoding': 'br' } });
	expect([sent.status, sent.headers.get('content-encoding')]).toEqual([200, null]);
	expect([sent.headers.get('content-length'), await sent.text()]).toEqual(['9000', picture]);
});

it('is not kept where everything was forgotten while it was written', async () => {
	let finish: (answer: Response) => void = () => undefined;
	const writing = answer(asking(), () => new Promise<Response>((resolve) => (finish = resolve)));
	pages.clear();
	finish(new Response('before'));
	await writing;
	expect(await text()).toBe('page 1');
});

it('is written for four of one network at once, and for others all the while', async () => {
	const waiting: (() => void)[] = [];
	const slow = () =>
		new Promise<Response>((resolve) => {
			waiting.push(() => {
				resolve(new Response('page'));
			});
		});
	const many = Array.from({ length: 204 }, (_, index) => answer(asking(`/xa/${index}`), slow));
	expect(waiting).toHaveLength(4);
	await expect(answer(asking('/xa/many'))).rejects.toThrow(TooManyError);
	const other = await answer(asking('/xa/other'), write, '192.0.2.2');
	expect(await other.text()).toMatch(/^page 1/);
	while (waiting.length > 0) {
		waiting.shift()?.();
		await new Promise(setImmediate);
		expect(waiting.length).toBeLessThanOrEqual(4);
	}
	expect(await Promise.all(many)).toHaveLength(204);
	expect(await text('/xa/many')).toMatch(/^page 2/);
});

it('counts what is compressed among what it holds', async () => {
	// What is written by chance is as long compressed.
	const noise = () => Promise.resolve(new Response(randomBytes(12_000_000), noiseHeaders));
	const noiseHeaders = { headers: { 'content-type': 'text/html' } };
	const held = async (path: string) => {
		const counted = vi.fn(noise);
		await answer(asking(path), counted);
		return counted.mock.calls.length === 0;
	};
	for (const path of ['/one', '/two']) await answer(asking(path), noise);
	const ask = async (path: string) => {
		const answered = await fetch(base + path, { headers: { 'accept-encoding': 'gzip' } });
		expect(answered.status).toBe(200);
		await answered.arrayBuffer();
	};
	for (const path of ['/one', '/two']) await vi.waitFor(() => ask(path), { timeout: 20_000 });
	expect([await held('/two'), await held('/one')]).toEqual([true, false]);
});

it('makes room by letting go of the oldest', async () => {
	const large = () => Promise.resolve(new Response('x'.repeat(30_000_000)));
	for (const name of ['one', 'two', 'three']) await answer(new Request(`${base}/${name}`), large);
	const counted = vi.fn(large);
	for (const name of ['three', 'two', 'one']) await answer(new Request(`${base}/${name}`), counted);
	expect(counted).toHaveBeenCalledTimes(1);
});
