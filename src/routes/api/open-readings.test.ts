import type { RequestEvent } from '@sveltejs/kit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { afterEach, expect, it, vi } from 'vitest';
import { routeAccess } from '$lib/accounts/access/policy.server';
import { describeApi } from '$lib/reports/intake/openapi.server';

type Reading = (event: Partial<RequestEvent>) => Promise<Response>;
const modules = import.meta.glob<{ GET?: Reading }>('/src/routes/**/+server.ts');

/** Whatever programs may read without an account. */
const open = Object.entries(modules).flatMap(([path, load]) => {
	const route = path.replace(/^\/src\/routes|\/\+server\.ts$/g, '');
	return route.startsWith('/api/') && routeAccess[route] === 'everybody' ? [{ route, load }] : [];
});

afterEach(() => vi.restoreAllMocks());

it('are all known here', () => {
	expect(open.length).toBeGreaterThan(7);
});

it.each(open)('$route asks who reads without end to wait', async ({ load }) => {
	vi.spyOn(RateLimiterMemory.prototype, 'consume').mockRejectedValue(new RateLimiterRes(0, 5000));
	const { GET } = await load();
	const url = new URL('http://localhost/?after=0&q=xa&url=http://localhost/xa/1');
	const answer = await GET?.({
		...{ url, request: new Request(url), getClientAddress: () => '192.0.2.9' },
		params: { hash: 'abc' },
		locals: { handle: {} } as App.Locals,
	});
	expect(answer?.status).toBe(429);
	expect(answer?.headers.get('retry-after')).toBe('5');
});

it.each(open)('$route is described, with what it answers besides', ({ route }) => {
	const described: Record<string, { get?: { responses: object }; post?: object }> =
		describeApi().paths;
	const path = route.replace(/\[(\w+)\]/g, '{$1}');
	expect(Object.keys(described[path]?.get?.responses ?? {})).toEqual(
		expect.arrayContaining(['200', '304', '429']),
	);
});
