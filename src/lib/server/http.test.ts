import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leadToSoleAddress, reportDefect } from './http';

const ask = (
	address: string,
	{
		method = 'GET',
		route = '/(internal)/teams/new',
	}: { method?: string; route?: string | null } = {},
) => {
	const url = new URL(address, 'https://nhipso.example.vn');
	return { request: new Request(url, { method }), route: { id: route }, url } as RequestEvent;
};

describe('what SvelteKit could not answer', () => {
	const written: string[] = [];
	beforeEach(() => {
		written.length = 0;
		for (const level of ['error', 'warn'] as const)
			vi.spyOn(console, level).mockImplementation((line: string) => void written.push(line));
	});
	afterEach(() => vi.restoreAllMocks());

	const event = { locals: { outage: null } } as RequestEvent;
	const logged = () => written.map((line) => (JSON.parse(line) as { event: string }).event);

	it.each([400, 404])('is not found where the address names nothing (%i)', (status) => {
		expect(reportDefect(new URIError('URI malformed'), event, status)).toEqual({
			message: 'notFound',
		});
		expect(logged()).toEqual([]);
	});

	it.each([405, 413, 415])('is noted as refused where the request is at fault (%i)', (status) => {
		const { message, id } = reportDefect(new Error('no'), event, status);
		expect([message, typeof id]).toEqual(['failed', 'string']);
		expect(logged()).toEqual(['request.refused']);
	});

	it('is a defect where the server is at fault', () => {
		const { id } = reportDefect(new Error('oh'), event, 500);
		expect(logged()).toEqual(['defect']);
		expect(written[0]).toContain(id);
	});
});

describe('an address of former days', () => {
	it('leads to that of today, with its query', () => {
		expect(() => {
			leadToSoleAddress(ask('/to-cong-nghe-so/new?don-vi=7'));
		}).toThrow(
			expect.objectContaining({ status: 308, location: '/to-cong-nghe-so/them?don-vi=7' }),
		);
	});

	it.each([
		['is answered there when something is posted', ask('/to-cong-nghe-so/new', { method: 'POST' })],
		['is left alone where no page is', ask('/to-cong-nghe-so/new', { route: null })],
		['is none when it is that of today', ask('/to-cong-nghe-so/them')],
	])('%s', (_, event) => {
		expect(() => {
			leadToSoleAddress(event);
		}).not.toThrow();
	});
});
