import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { serverAddress } from './environment';
import { expect, test, unpacked } from './fixtures';
import { address, findSomeCommune, routes, visitorOf } from './every-route';

/** What no route, address or form may stumble over, as an address writes it. */
const oddities = [
	'',
	'a%00b',
	'%EF%BF%BE',
	'%0B',
	'%ED%A0%80',
	'0',
	'-1',
	'1.5',
	'1e20',
	'2147483648',
	'99999999999999999999',
	'0001',
	'0000-00',
	'9999-12',
	'9999-Q4',
	'2026-02-30',
	'2026-13-01',
	'__proto__',
	"'%22%3C%3E%25%5C",
	'%F0%9F%98%80'.repeat(80),
];

const source = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** The names that a route's code, or what it imports, asks an address for. */
function queryNames(route: string): string[] {
	const folder = join('src/routes', route);
	const files = ['+page.server.ts', '+server.ts'].map((file) => join(folder, file));
	const own = files.map(source).join('\n');
	const imports = [...own.matchAll(/from '((?:\$lib|\.)[^']+)'/g)].map(([, path = '']) =>
		path.startsWith('$lib')
			? `${path.replace('$lib', 'src/lib')}.ts`
			: `${join(dirname(files[0] ?? ''), path)}.ts`,
	);
	const code = [own, ...imports.map(source).filter((text) => text.includes('URLSearchParams'))];
	const asked = /(?:get|has|given|asked|chosen)\(\s*'([a-z-]+)'/g;
	return [...new Set([...code.join('\n').matchAll(asked)].map(([, name = '']) => name))];
}

const query = (names: string[], first: number) =>
	names
		.map((name, index) => `${name}=${oddities[(first + 7 * index) % oddities.length] ?? ''}`)
		.join('&');

/** Each name of a route's address meets each oddity, each time beside others; so does each parameter. */
function oddAddresses(route: string): string[] {
	const names = queryNames(route);
	const parameters = route.match(/\[/g)?.length ?? 0;
	const queries = names.length === 0 ? [] : oddities.map((_, index) => query(names, index));
	return [
		...queries.map((odd) => `${address(route)}?${odd}`),
		...oddities.flatMap((odd) =>
			Array.from({ length: odd === '' ? 0 : parameters }, (_, position) =>
				address(route, position, odd),
			),
		),
	];
}

/** Asks for each of the paths, and once for each page that they lead on to. */
async function failing(request: APIRequestContext, paths: string[]): Promise<string[]> {
	const left = [...paths];
	const seen = new Set(paths);
	const found: string[] = [];
	const askNext = async (): Promise<void> => {
		for (let path = left.pop(); path !== undefined; path = left.pop()) {
			const answer = await request.get(serverAddress + path, { maxRedirects: 0 });
			if (answer.status() >= 500) found.push(`${answer.status()} ${path.slice(0, 200)}`);
			const location = answer.headers()['location'];
			if (location === undefined) continue;
			const { pathname, search } = new URL(location, answer.url());
			if (seen.has(pathname + search)) continue;
			seen.add(pathname + search);
			left.push(pathname + search);
		}
	};
	await Promise.all([askNext(), askNext(), askNext(), askNext()]);
	return found;
}

test.use(unpacked);

test.beforeEach(async ({ request }) => {
	await findSomeCommune(request);
});

// They change nothing that another asks for, so that each may run beside another.
test.describe.configure({ mode: 'parallel' });

const tried = routes.filter((route) => route !== '/sign-out');

/** Routes by who opens them. */
const byVisitor = (asked: readonly string[]) =>
	[...new Set(asked.map(visitorOf))].map((visitor) => ({
		visitor,
		opened: asked.filter((route) => visitorOf(route) === visitor),
	}));

/** Thousands of requests: in parts, so that none takes long by itself. */
const parts = [0, 1, 2, 3].map((part) => tried.filter((_, index) => index % 4 === part));
for (const [part, asked] of parts.entries())
	test(`no address makes a page or a file fail, part ${part + 1}`, async ({ context, signIn }) => {
		test.setTimeout(900_000);
		expect(asked.flatMap(oddAddresses).length).toBeGreaterThan(500);
		for (const { visitor, opened } of byVisitor(asked)) {
			await signIn(visitor);
			expect(await failing(context.request, opened.flatMap(oddAddresses))).toEqual([]);
		}
	});

/** It is opened by the wall's own screen, without an account. */
const ofScreens = '/(wall)/wall/device';

test('none of these was tried by somebody whom it refuses', async ({ context, signIn }) => {
	const refused: string[] = [];
	for (const { visitor, opened } of byVisitor(tried)) {
		await signIn(visitor);
		for (const route of opened) {
			const answer = await context.request.get(serverAddress + address(route), { maxRedirects: 0 });
			if (answer.status() === 403 && route !== ofScreens) refused.push(`${visitor} ${route}`);
		}
	}
	expect(refused).toEqual([]);
});

test('a query loses what is no text, and a program is told', async ({ request }) => {
	const page = await request.get('/tim-xa?q=h%00o%EF%BF%BEa', { maxRedirects: 0 });
	expect([page.status(), page.headers()['location']]).toEqual([303, '?q=hoa']);
	const program = await request.get('/api/v1/snapshot?stream=public%00');
	expect([program.status(), ((await program.json()) as { code: string }).code]).toEqual([
		400,
		'unsoundText',
	]);
	expect((await request.get('/xa/a%00b')).status()).toBe(404);
	const deep = await request.get('/a'.repeat(4_000));
	expect(deep.status()).toBe(404);
	expect(JSON.stringify(deep.headers()).length).toBeLessThan(4_000);
});

/** Bodies that can be read, by where they are sent. */
const soundBodies = (unit: string) => {
	const which = { unit, period: '2026-10' };
	const report = {
		...which,
		householdSkills: { households: 1, skill1: 1 },
		values: [{ indicator: 'outreachSessions', value: 1 }],
		reason: 'a',
	};
	return {
		'/api/v1/reports': [report],
		'/api/v1/decisions': [{ ...which, decision: 'approve', revision: 1 }],
		[`/api/v1/reports/${unit}/2026-10/decision`]: { decision: 'return', revision: 1, comment: 'a' },
		'/api/entry': { owner: 1, report },
	};
};

const odd = [
	null,
	true,
	-1,
	1.5,
	1e300,
	'',
	'a\0b',
	'\ufffe',
	'2147483648',
	'9999-12',
	[],
	{},
	[[]],
];

/** The same body with each of its parts, the whole one too, as something else. */
const mutated = (body: unknown, other: unknown): unknown[] => [
	other,
	...(typeof body === 'object' && body !== null
		? Object.entries(body).flatMap(([name, part]) =>
				mutated(part, other).map((changed) =>
					Array.isArray(body) ? body.with(Number(name), changed) : { ...body, [name]: changed },
				),
			)
		: []),
];

test('no body makes what programs send to fail', async ({ context, signIn }) => {
	await signIn('administrator');
	const headers = { origin: serverAddress, 'content-type': 'application/json' };
	const found: string[] = [];
	const unit = await findSomeCommune(context.request);
	for (const [path, body] of Object.entries(soundBodies(unit))) {
		const texts = odd.flatMap((other) => mutated(body, other)).map((each) => JSON.stringify(each));
		const broken = [
			'',
			'{',
			'\u0000',
			'['.repeat(1_000_000),
			'['.repeat(9_999) + ']'.repeat(9_999),
		];
		for (const data of [...texts, ...broken]) {
			const answer = await context.request.post(serverAddress + path, { data, headers });
			if (answer.status() >= 500) found.push(`${answer.status()} ${path} ${data.slice(0, 100)}`);
		}
	}
	expect(found).toEqual([]);
});

test('what would take long to read is refused unparsed', async ({ context, signIn }) => {
	const post = (path: string, type: string, data: string) =>
		context.request.post(serverAddress + path, {
			data,
			headers: { origin: serverAddress, 'content-type': type },
		});
	const form = 'application/x-www-form-urlencoded';
	expect((await post('/dang-nhap', form, 'a=1&'.repeat(100_000))).status()).toBe(413);
	await signIn('reporter');
	const batch = await post('/api/v1/reports', 'application/json', `[${'0,'.repeat(2e6)}0]`);
	expect([batch.status(), ((await batch.json()) as { code: string }).code]).toEqual([
		413,
		'tooLarge',
	]);
	const part = '--edge\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n';
	const parts = `${part.repeat(5_000)}--edge--\r\n`;
	const upload = await post('/bao-cao/bieu-excel', 'multipart/form-data; boundary=edge', parts);
	expect(upload.status()).toBe(413);
});
