import type { APIRequestContext } from '@playwright/test';
import { serverAddress } from './environment';
import { expect, test } from './fixtures';
import { listedIn, oneOfEach } from './public-page-types';

test('says that it is up and ready, and nothing else', async ({ request }) => {
	for (const path of ['/healthz', '/readyz']) {
		const answer = await request.get(path);
		expect([answer.status(), await answer.text()]).toEqual([200, 'ok']);
		expect(answer.headers()['cache-control']).toBe('no-store');
	}
});

test('a page that does not exist says so in the language of its address', async ({ page }) => {
	for (const [path, lang] of [
		['/khong-co', 'vi'],
		['/en/khong-co', 'en'],
	] as const) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(404);
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
		// Within the site: its menu leads on.
		await expect(page.getByRole('banner').locator('a[href$="/phuong-phap"]')).toBeVisible();
	}
});

test('an address of former days leads to that of today', async ({ request }) => {
	for (const [former, today] of [
		['/dang-nhap/code/AB12', '/dang-nhap/ma/AB12'],
		['/en/bao-cao/status?ky=2026-10', '/en/bao-cao/tinh-hinh-nop?ky=2026-10'],
		['/method', '/phuong-phap'],
	] as const) {
		const answer = await request.get(former, { maxRedirects: 0 });
		expect([answer.status(), answer.headers()['location']]).toEqual([308, today]);
	}
});

test('unknown files and interfaces are answered without a page', async ({ request }) => {
	const unknown = await request.get('/api/v1/khong-co');
	expect(unknown.status()).toBe(404);
	expect(unknown.headers()['content-type']).toContain('json');
	const file = await request.get('/khong-co.png');
	expect(file.status()).toBe(404);
	expect(await file.text()).not.toContain('/phuong-phap');
});

test('every page refuses to be framed and runs only its own scripts', async ({ request }) => {
	const policy = (await request.get('/')).headers()['content-security-policy'] ?? '';
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'(;|$)/);
});

test('letters are asked for before scripts, and those of a kept page not before it is drawn', async ({
	request,
}) => {
	for (const [path, scripts] of [
		['/', 0],
		['/dang-nhap', 2],
	] as const) {
		const links = ((await request.get(path)).headers()['link'] ?? '').split(', ');
		const ofKind = (ending: string) => links.filter((link) => link.includes(ending));
		expect(ofKind('.woff2>').length).toBeGreaterThan(1);
		expect(Math.min(ofKind('.js>').length, 2)).toBe(scripts);
		for (const link of links)
			expect([link, link.includes('fetchpriority="low"')]).toEqual([link, link.includes('.js>')]);
	}
});

test('the built files never change under their name', async ({ page, request }) => {
	await page.goto('/');
	const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
	const answer = await request.get(new URL(style ?? '', page.url()).href);
	expect(answer.headers()['cache-control']).toContain('immutable');
});

/** What the site map for search engines names. */
async function listedPaths(request: APIRequestContext): Promise<string[]> {
	const robots = await (await request.get('/robots.txt')).text();
	const address = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '';
	const xml = await (await request.get(new URL(address).pathname)).text();
	return listedIn(xml);
}

test('the site map of search engines names every commune once in each language, and nothing that is not there', async ({
	request,
}) => {
	const paths = await listedPaths(request);
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as {
		units: { code: string; level: string }[];
	};
	const codes = snapshot.units.filter(({ level }) => level === 'commune').map(({ code }) => code);
	for (const prefix of ['/xa/', '/en/xa/'])
		for (const isOfType of [/^[^/]+$/, /^[^/]+\/loa$/]) {
			const listed = paths.flatMap((path) =>
				path.startsWith(prefix) && isOfType.test(path.slice(prefix.length))
					? [path.slice(prefix.length).split('-')[0]]
					: [],
			);
			expect(listed.toSorted()).toEqual(codes.toSorted());
		}
	expect(new Set(paths).size).toBe(paths.length);
	const others = paths.filter((path) => !path.includes('/xa/'));
	for (const path of [...others, paths.at(-1) ?? ''])
		expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 200]);
});

test('the site map of search engines names a page of every type that anybody may look for', async ({
	request,
}) => {
	const found = oneOfEach(await listedPaths(request));
	expect(found.length).toBeGreaterThan(20);
	expect(found.filter(([, path]) => path === undefined)).toEqual([]);
});

interface DescribedParameter {
	name: string;
	in: 'path' | 'query';
	example?: string;
	schema: { minimum?: number };
}
interface DescribedReading {
	parameters?: DescribedParameter[];
	responses: { 200: { content?: { 'application/json': { schema: { required?: string[] } } } } };
}

/** The address of a described reading, with the examples that its description gives. */
function exampleOf(
	path: string,
	parameters: readonly DescribedParameter[],
	known: Readonly<Record<string, string>>,
): string {
	const query = new URLSearchParams();
	let address = path;
	for (const parameter of parameters) {
		const { name, example, schema } = parameter;
		const value = known[name] ?? example ?? schema.minimum?.toString();
		if (parameter.in === 'path') address = address.replace(`{${name}}`, value ?? '');
		else if (value !== undefined) query.set(name, value);
	}
	return query.size > 0 ? `${address}?${query}` : address;
}

test('every example of the interface for programs works, for pages of anybody, and sends nothing twice', async ({
	request,
}) => {
	const described = (await (await request.get('/api/v1/openapi.json')).json()) as {
		paths: Record<string, { get?: DescribedReading }>;
	};
	const readings = Object.entries(described.paths).flatMap(([path, { get }]) =>
		get ? [{ path, get }] : [],
	);
	expect(readings.length).toBeGreaterThan(9);
	const series = (await (await request.get('/api/v1/series')).json()) as {
		months: { layer: string }[];
	};
	const known = { hash: series.months[0]?.layer ?? '', url: `${serverAddress}/` };
	for (const { path, get } of readings) {
		const address = exampleOf(path, get.parameters ?? [], known);
		const answer = await request.get(address);
		expect([address, answer.status()]).toEqual([address, 200]);
		expect(answer.headers()['access-control-allow-origin']).toBe('*');
		const required = get.responses[200].content?.['application/json'].schema.required ?? [];
		expect(Object.keys((await answer.json()) as object)).toEqual(expect.arrayContaining(required));
		const { etag = 'none' } = answer.headers();
		const again = await request.get(address, { headers: { 'if-none-match': etag } });
		expect([address, again.status()]).toEqual([address, 304]);
	}
});

test('what scripts ask a public page for is sent once', async ({ request }) => {
	for (const path of ['/__data.json', '/en/chi-so/__data.json', '/du-lieu/__data.json']) {
		const answer = await request.get(path);
		expect([path, answer.status()]).toEqual([path, 200]);
		const { etag = 'none' } = answer.headers();
		const again = await request.get(path, { headers: { 'if-none-match': etag } });
		expect([path, again.status(), await again.text()]).toEqual([path, 304, '']);
	}
});

test('who asks a public page for its head alone is told of the same page', async ({ request }) => {
	const told = ['cache-control', 'content-security-policy', 'content-type', 'etag', 'link', 'vary'];
	for (const path of ['/chi-so', '/du-lieu', '/rieng-tu']) {
		const [head, whole] = [await request.head(path), await request.get(path)];
		const of = (answer: typeof head) => told.map((name) => [path, name, answer.headers()[name]]);
		expect([head.status(), await head.text()]).toEqual([200, '']);
		expect(of(head)).toEqual(of(whole));
	}
});

test('the newest file of open data stays at the address that it names', async ({ request }) => {
	const newest = await request.get('/du-lieu/latest/communes.csv');
	const lasting = newest.headers()['content-location'] ?? '';
	expect(lasting).toMatch(/^\/du-lieu\/\d{4}-\d\d\/\d+\/communes\.csv$/);
	expect(await (await request.get(lasting)).text()).toBe(await newest.text());
	const description = lasting.replace('communes.csv', 'datapackage.json');
	const { rows } = (await (await request.get(description)).json()) as { rows: number };
	expect((await newest.text()).trim().split('\r\n')).toHaveLength(rows + 1);
	for (const unknown of [lasting.replace(/\/\d+\//, '/1/'), '/du-lieu/9999-12/1/communes.csv'])
		expect([unknown, (await request.get(unknown)).status()]).toEqual([unknown, 404]);
});
