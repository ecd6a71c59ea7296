import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
const ask = (...asked: Parameters<typeof asking>) => pages.answer(asking(...asked), write);
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
	const first = pages.answer(asking(), () => slow);
	mark = 2;
	const second = pages.answer(asking(), write);
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

it('is for visitors alone, and of the host that was asked', async () => {
	expect(await text()).toBe('page 1');
	const signedIn = await ask('/xa/1', { cookie: 'session=abc' });
	expect(await signedIn.text()).toMatch(/^page 2/);
	expect(signedIn.headers.get('cache-control')).toBeNull();
	expect(await text('/xa/1', { host: 'other.example' })).toBe('page 3');
	expect(await text()).toBe('page 1');
	const header = { cookie: 'session=abc', 'accept-encoding': 'br' };
	expect((await fetch(`${base}/xa/1`, { headers: header })).status).toBe(204);
});

it.each([
	['a failure', () => new Response('page', { status: 503 })],
	['what sets a cookie', () => new Response('page', { headers: { 'set-cookie': 'a=1' } })],
	['data that failed', () => Response.json({ type: 'data', nodes: [{ type: 'error' }] })],
])('keeps not %s', async (_, answer) => {
	let asked = 0;
	const failing = () => Promise.resolve((asked++, answer()));
	for (const _ of [1, 2]) await pages.answer(asking(), failing);
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

it('makes room by letting go of the oldest', async () => {
	const large = () => Promise.resolve(new Response('x'.repeat(30_000_000)));
	for (const name of ['one', 'two', 'three'])
		await pages.answer(new Request(`${base}/${name}`), large);
	const counted = vi.fn(large);
	for (const name of ['three', 'two', 'one'])
		await pages.answer(new Request(`${base}/${name}`), counted);
	expect(counted).toHaveBeenCalledTimes(1);
});
