import type { RequestEvent } from '@sveltejs/kit';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { handle as handleRequest } from '../../src/hooks.server';
import { addToken } from '../../src/lib/accounts/tokens/add-token.server';
import { routeAccess } from '../../src/lib/accounts/access/policy.server';
import { roles } from '../../src/lib/contracts/accounts';
import { readConfig } from '../../src/lib/server/config';
import { ForbiddenError } from '../../src/lib/server/errors';
import { pageData } from '../../src/lib/server/http';
import { addTestAccount, addUnit, openSession } from './accounts';
import { expectedAccess } from './expected-access';
import { pairedScreen } from './screens';
import { describeDatabase } from '.';

const people = ['nobody', 'nothing', ...roles] as const;

interface Asked {
	route: string | null;
	path?: string;
	method?: string;
	origin?: string;
	headers?: Record<string, string>;
	/** What the route itself answers. */
	response?: Response;
}

const ofWall = (route: string) => /^\/\(wall\)\/wall(\/|$)/.test(route);

/** Sends a request through the hook as SvelteKit does; `opened` when the route was reached. */
async function ask(asked: Asked): Promise<{ outcome: string; response: Response | null }> {
	const origin = asked.origin ?? 'http://localhost';
	const path = asked.path ?? (asked.route?.startsWith('/api/') ? '/api/v1/some' : '/some');
	const request = new Request(origin + path, {
		method: asked.method ?? 'GET',
		headers: asked.headers ?? {},
	});
	// Only what the hook and what it calls look at.
	const event = {
		request,
		url: new URL(request.url),
		route: { id: asked.route },
		locals: {},
		// What a page that only refuses answers.
		fetch: () => Promise.resolve(new Response(null, { status: 403 })),
	} as unknown as RequestEvent;
	const reached: string[] = [];
	try {
		const response = await handleRequest({
			event,
			resolve: () => {
				reached.push(path);
				return asked.response ?? new Response(null, { status: asked.route === null ? 404 : 200 });
			},
		});
		if (reached.length > 0 && response.status !== 404) return { outcome: 'opened', response };
		return { outcome: String(response.status), response };
	} catch (thrown) {
		if (isRedirect(thrown))
			return { outcome: `${thrown.status} ${thrown.location}`, response: null };
		if (isHttpError(thrown)) return { outcome: String(thrown.status), response: null };
		throw thrown;
	}
}

describeDatabase('who may open what', (database) => {
	const cookies = new Map<string, string>();
	let reporterToken = '';
	let screenToken = '';

	beforeAll(async () => {
		const handle = database();
		const nothing = () => Promise.resolve();
		Object.assign(globalThis, {
			[Symbol.for('nhip-so.app')]: {
				config: readConfig({}),
				handle,
				beforeStop: new Map(),
				stop: nothing,
			},
		});
		const unit = await addUnit(handle.database, '99', 'province', null);
		for (const person of people.slice(1)) {
			const role = roles.find((role) => role === person) ?? null;
			const account = await addTestAccount(handle.database, person, role, unit);
			const { token } = await openSession(handle.database, account);
			cookies.set(person, `theme=dark; session=${token}`);
		}
		screenToken = await pairedScreen(handle.database, unit);
		reporterToken = (await addToken(handle.database, null, 'reporter', 'test')).token;
	});

	const as = (person: string): Record<string, string> => {
		const cookie = cookies.get(person);
		return { origin: 'http://localhost', ...(cookie ? { cookie } : {}) };
	};

	it('is written down twice for every route', () => {
		expect(Object.keys(routeAccess).sort()).toEqual(Object.keys(expectedAccess).sort());
	});

	describe.each(Object.keys(routeAccess))('%s', (route) => {
		const columns = (expectedAccess[route] ?? '').split(' ');

		it.each(people.map((person, column) => [person, columns[column] === 'yes'] as const))(
			'%s: %s',
			async (person, allowed) => {
				const api = route.startsWith('/api/');
				const door = ofWall(route) ? '/man-hinh-lon/ghep-noi' : '/dang-nhap?next=%2Fsome';
				const refused = person !== 'nobody' ? '403' : api ? '401' : `303 ${door}`;
				for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
					expect((await ask({ route, method, headers: as(person) })).outcome, method).toBe(
						allowed ? 'opened' : refused,
					);
			},
		);
	});

	it.each(Object.keys(routeAccess))(
		'%s: a paired screen reads the wall and what is everybody’s',
		async (route) => {
			const headers = { origin: 'http://localhost', cookie: `screen=${screenToken}` };
			const isOpen = expectedAccess[route]?.startsWith('yes');
			const isOpened = async (method: string) =>
				(await ask({ route, method, headers })).outcome === 'opened';
			expect(await isOpened('GET')).toBe(isOpen || ofWall(route));
			for (const method of ['POST', 'PUT', 'DELETE']) expect(await isOpened(method)).toBe(isOpen);
		},
	);

	it.each(people)('an unknown route is 404 for %s', async (person) => {
		const headers = as(person);
		for (const path of ['/khong-co', '/en/khong-co', '/api/v1/khong-co'])
			for (const method of ['GET', 'POST'])
				expect((await ask({ route: null, path, method, headers })).outcome).toBe('404');
	});

	it('a route that nobody decided about is refused, whatever its name', async () => {
		const headers = as('administrator');
		for (const route of ['/(internal)/new', '/constructor', '/__proto__', 'toString'])
			expect((await ask({ route, headers })).outcome).toBe('403');
	});

	it('signing in leads back to the page, but not to the action of a form', async () => {
		const path = '/en/bao-cao?state=waiting';
		const route = '/(internal)/reports';
		expect((await ask({ route, path })).outcome).toBe(
			'303 /en/dang-nhap?next=%2Fen%2Fbao-cao%3Fstate%3Dwaiting',
		);
		expect((await ask({ route, path: '/en/bao-cao?/approve', method: 'POST' })).outcome).toBe(
			'303 /en/dang-nhap?next=%2Fen%2Fbao-cao',
		);
	});

	describe('a bearer token', () => {
		const bearer = () => ({ authorization: `Bearer ${reporterToken}` });

		it('opens the API with the roles of its account', async () => {
			const ask1 = (route: string) => ask({ route, method: 'POST', headers: bearer() });
			expect((await ask1('/api/v1/reports')).outcome).toBe('opened');
			expect((await ask1('/api/v1/reports/[unit]/[period]/decision')).outcome).toBe('403');
		});

		it.each(['GET', 'POST'])('opens no page, and adds nothing to a cookie (%s)', async (method) => {
			const route = '/(internal)/ranking';
			expect((await ask({ route, method, headers: bearer() })).outcome).toMatch(/^303/);
			const both = { ...as('nothing'), ...bearer() };
			expect((await ask({ route, method, headers: both })).outcome).toBe('403');
		});

		it('that is wrong is not made up for by a cookie', async () => {
			const headers = { ...as('reporter'), authorization: 'Bearer nhs_wrong' };
			expect((await ask({ route: '/api/v1/reports', method: 'POST', headers })).outcome).toBe(
				'401',
			);
		});
	});

	it.each(['https://evil.example', 'null', 'http://localhost:81', undefined])(
		'a cookie is not taken from another site that posts to the API (%s)',
		async (origin) => {
			const headers = { cookie: as('reporter').cookie ?? '', ...(origin ? { origin } : {}) };
			const post = await ask({ route: '/api/v1/reports', method: 'POST', headers });
			expect(post.outcome).toBe('401');
		},
	);

	it.each(['https://evil.example', 'null', undefined])(
		'a form of another site is refused, whatever it asks for (%s)',
		async (origin) => {
			const headers = {
				...as('administrator'),
				'content-type': 'application/x-www-form-urlencoded',
				origin: origin ?? '',
			};
			const { origin: _, ...withoutOrigin } = headers;
			const asked = {
				route: '/(internal)/account',
				method: 'POST',
				headers: origin === undefined ? withoutOrigin : headers,
			};
			expect((await ask(asked)).outcome).toBe('403');
			const own = { ...asked, headers: { ...headers, origin: 'http://localhost' } };
			expect((await ask(own)).outcome).toBe('opened');
		},
	);

	it.each([
		['role', () => ask({ route: '/(internal)/accounts', headers: as('viewer') })],
		[
			'token',
			() =>
				ask({ route: '/api/v1/reports', method: 'POST', headers: { authorization: 'Bearer x' } }),
		],
		[
			'origin',
			() =>
				ask({
					...{ route: '/(internal)/account', method: 'POST' },
					headers: { ...as('viewer'), origin: 'https://evil.example' },
				}),
		],
		[
			'rule',
			() => pageData(() => Promise.reject(new ForbiddenError('No.'))).catch(() => undefined),
		],
	])('what was refused is in the log, once, with its reason: %s', async (reason, asking) => {
		const warned = vi.spyOn(console, 'warn').mockReturnValue();
		await asking();
		const lines = warned.mock.calls.map(([line]) => JSON.parse(String(line)) as object);
		warned.mockRestore();
		expect(lines).toEqual([expect.objectContaining({ event: 'access.refused', reason })]);
	});

	it('over https only the cookie that no other host can have set counts', async () => {
		const origin = 'https://nhipso.example';
		const route = '/(internal)/account';
		const cookie = as('viewer').cookie ?? '';
		expect((await ask({ route, origin, headers: { cookie } })).outcome).toMatch(/^303/);
		const prefixed = cookie.replace('session=', '__Host-session=');
		expect((await ask({ route, origin, headers: { cookie: prefixed } })).outcome).toBe('opened');
	});

	describe('headers', () => {
		async function headersOf(asked: Partial<Asked>) {
			const { response } = await ask({ route: '/(public)', ...asked });
			return response?.headers ?? new Headers();
		}

		it('protect every answer, and demand https once it is there', async () => {
			const plain = await headersOf({});
			expect(plain.get('x-content-type-options')).toBe('nosniff');
			expect(plain.get('referrer-policy')).toBe('same-origin');
			expect(plain.get('permissions-policy')).toContain('geolocation=()');
			expect(plain.has('strict-transport-security')).toBe(false);
			const secure = await headersOf({ origin: 'https://nhipso.example' });
			expect(secure.get('strict-transport-security')).toBe('max-age=31536000');
		});

		it('keep what a signed-in person sees out of every cache', async () => {
			const answer = (cacheControl: string) =>
				new Response(null, { headers: { 'cache-control': cacheControl } });
			const cached = 'public, max-age=60';
			const visitor = await headersOf({ response: answer(cached) });
			expect(visitor.get('cache-control')).toBe(cached);
			const viewer = await headersOf({ response: answer(cached), headers: as('viewer') });
			expect(viewer.get('cache-control')).toBe('private, no-store');
			const immutable = 'public, max-age=31536000, immutable';
			const file = await headersOf({ response: answer(immutable), headers: as('viewer') });
			expect(file.get('cache-control')).toBe(immutable);
		});
	});
});
