import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { unzipSync } from 'fflate';
import { io } from 'socket.io-client';
import type { ChangeBatch } from '../../src/lib/contracts/events';
import { canary, canaryPhone, unknownColumns } from './canaries';
import { logOf, serverAddress } from './environment';
import { address, findSomeCommune, routes } from './every-route';
import { expect, test, unpacked } from './fixtures';
import { communeOf, reporting } from './reporting';

/** Enough to reach every kind of page; villages and communes are all of one kind. */
const mostAddresses = 500;
const ofOneKind = 12;

const marks = new RegExp(`${canary}[a-z-]*|${canaryPhone.slice(1)}`, 'gi');

/** What of a text came from where only people who are signed in may read. */
const found = (text: string): string[] => [...new Set(text.match(marks))];

/** Everything in an answer that is text, files in an archive included. */
function textOf(body: Buffer): string {
	if (body.subarray(0, 2).toString() !== 'PK') return body.toString();
	return Object.values(unzipSync(new Uint8Array(body)))
		.map((part) => Buffer.from(part).toString())
		.join('\n');
}

const kindOf = (path: string) => path.replace(/\d[\w.-]*/g, '#').replace(/\?.*/, '?');

/** Addresses of this site that a text names. */
function linksIn(text: string): string[] {
	const named = [...text.matchAll(/(?:href|src|content)="([^"]+)"|<loc>([^<]+)<\/loc>/g)];
	return named.flatMap(([, one, other]) => {
		const link = (one ?? other ?? '').replaceAll('&amp;', '&').replace(serverAddress, '');
		return link.startsWith('/') && !link.startsWith('//') ? [link.split('#')[0] ?? ''] : [];
	});
}

async function crawl(request: APIRequestContext, starts: readonly string[]) {
	const waiting = [...starts];
	const seen = new Set(waiting);
	const kinds = new Map<string, number>();
	const leaks: string[] = [];
	let asked = 0;
	const next = async (): Promise<void> => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			if (asked >= mostAddresses) return;
			asked += 1;
			const answer = await request.get(path, { maxRedirects: 0 });
			const text = textOf(await answer.body()) + JSON.stringify(answer.headers());
			leaks.push(...found(text).map((mark) => `${mark} at ${path}`));
			if (!/html|xml/.test(answer.headers()['content-type'] ?? '')) continue;
			for (const link of linksIn(text)) {
				const kind = kindOf(link);
				const already = kinds.get(kind) ?? 0;
				if (seen.has(link) || already >= ofOneKind) continue;
				kinds.set(kind, already + 1);
				seen.add(link);
				waiting.push(link);
			}
		}
	};
	await Promise.all([next(), next(), next(), next()]);
	return { leaks, asked };
}

test.use(unpacked);

test('what was hidden everywhere in the database is in nothing that anybody may read', async ({
	request,
}) => {
	test.setTimeout(900_000);
	await findSomeCommune(request);
	// Every route, also those that are refused; what every page leads to; addresses of nothing.
	const oddities = ['/khong-co', `/xa/${canary}`, '/xa/00000', '/api/v1/khong-co'];
	const starts = [
		...routes.filter((route) => route !== '/sign-out').map((route) => address(route)),
	];
	const all = [...new Set([...starts, '/en', '/sitemap.xml', ...oddities])];
	const { leaks, asked } = await crawl(request, all);
	const echoed = (leak: string) => leak.startsWith(`${canary} at /xa/${canary}`);
	expect(leaks.filter((leak) => !echoed(leak))).toEqual([]);
	expect(asked).toBeGreaterThan(200);
});

test('of every column of text it is known whether the public may read it', () => {
	expect(unknownColumns()).toEqual([]);
});

test('the canaries are there: whoever is signed in reads some of them', async ({
	page,
	signIn,
}) => {
	await signIn('administrator');
	const texts: string[] = [];
	for (const path of [
		'/quan-tri/tai-khoan',
		'/kien-nghi',
		'/cuoc-hop',
		'/van-ban',
		'/bao-cao-dot-xuat',
		'/hoat-dong',
	])
		texts.push(await (await page.request.get(path)).text());
	expect(found(texts.join('\n')).length).toBeGreaterThan(0);
});

test('the log, which others than the people in it read, names nobody either', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	expect((await page.request.get('/quan-tri/tai-khoan')).status()).toBe(403);
	const log = () => readFileSync(logOf(serverAddress), 'utf8');
	await expect.poll(log).toContain('access.refused');
	expect(found(log())).toEqual([]);
});

test('what the public stream tells of an approval as it happens has nothing of what was said inside', async ({
	browser,
}) => {
	const { snapshot, submit, approve } = await reporting(() => browser.newContext());
	const { id, code, register } = communeOf(await snapshot(), 'canaries');
	const socket = io(serverAddress, { transports: ['websocket'] });
	const events: unknown[] = [];
	socket.onAny((...event: unknown[]) => events.push(event));
	const told = new Promise<void>((resolve) => {
		socket.on('changes', ({ changes }: ChangeBatch) => {
			if (changes.some((change) => change.type === 'figures' && change.unitId === id)) resolve();
		});
	});
	await socket.emitWithAck('subscribe', { stream: 'public', after: 0 });
	const revision = await submit(code, register - 7, `${canary}-reason ${canaryPhone}`);
	await approve(code, revision, { comment: `${canary}-comment ${canaryPhone}` });
	await told;
	socket.close();
	expect(found(JSON.stringify(events))).toEqual([]);
});

test('the public stream of changes and the scripts tell nothing either', async () => {
	const socket = io(serverAddress, { transports: ['websocket'] });
	const reply: unknown = await socket.emitWithAck('subscribe', { stream: 'public', after: 0 });
	socket.close();
	expect(found(JSON.stringify(reply))).toEqual([]);
	const files = readdirSync('build', { recursive: true, encoding: 'utf8' });
	const client = files.filter(
		(file) => file.startsWith('client') && /\.(js|mjs|css|map|json)$/.test(file),
	);
	expect(client.length).toBeGreaterThan(50);
	expect(client.filter((file) => file.endsWith('.map'))).toEqual([]);
	for (const file of client.filter((each) => existsSync(join('build', each))))
		expect(found(readFileSync(join('build', file), 'utf8'))).toEqual([]);
});
