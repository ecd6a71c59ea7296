import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { describeDatabase } from '../../../tests/database';
import { addTestAccount, addUnit } from '../../../tests/database/accounts';
import type { Database } from './db/client';
import { submitOnce } from './submit-once';

const address = 'http://localhost/teams/1/members/new?/add&thang=2026-10';

function makeForm(database: Database, accountId: number) {
	let runs = 0;
	const makeMember = () => {
		runs += 1;
		return new Response(null, { status: 303, headers: { location: `/members/${runs}` } });
	};
	/** What a browser sends; a script says that it is one. */
	const post = (
		given: Record<string, string | File>,
		{ run = makeMember, isEnhanced = false, by = accountId, through = submitOnce } = {},
	) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(given)) body.append(name, value);
		const headers = isEnhanced ? { 'x-sveltekit-action': 'true' } : undefined;
		const request = new Request(address, { method: 'POST', body, ...(headers && { headers }) });
		const locals = { actor: { accountId: by }, handle: { database } };
		return through({ request, url: new URL(address), locals }, run);
	};
	const fields = { once: randomUUID(), name: 'Lò Thị Thử' };
	return { post, fields, runs: () => runs };
}

describeDatabase('a form sent twice', (handle) => {
	let made = 0;
	async function setUp() {
		const { database } = handle();
		made += 1;
		const unit = await addUnit(database, `9800${made}`, 'commune', null);
		const accountId = await addTestAccount(database, `hai.lan.${made}`, 'administrator', unit);
		return { database, unit, accountId, ...makeForm(database, accountId) };
	}

	it('makes one thing, and both clicks are led to it', async () => {
		const { post, fields, runs } = await setUp();
		const [first, second] = await Promise.all([post(fields), post(fields)]);
		expect(runs()).toBe(1);
		expect([first, second].map(({ headers }) => headers.get('location'))).toEqual([
			'/members/1',
			'/members/1',
		]);
		expect((await post(fields)).headers.get('location')).toBe('/members/1');
	});

	it('makes one thing on two nodes', async () => {
		const { post, fields, runs } = await setUp();
		vi.resetModules();
		const { submitOnce: otherNode } = await import('./submit-once');
		const [first, second] = await Promise.all([post(fields), post(fields, { through: otherNode })]);
		expect(runs()).toBe(1);
		expect(second.headers.get('location')).toBe(first.headers.get('location'));
	});

	it('shows its page as it is now where another node knows only that it is done', async () => {
		const { post, fields } = await setUp();
		const run = () => new Response('<p>one-time password</p>');
		expect(await (await post(fields, { run })).text()).toBe('<p>one-time password</p>');
		expect(await (await post(fields, { run })).text()).toBe('<p>one-time password</p>');
		vi.resetModules();
		const { submitOnce: otherNode } = await import('./submit-once');
		const elsewhere = await post(fields, { run, through: otherNode });
		expect(elsewhere.headers.get('location')).toBe('/teams/1/members/new?thang=2026-10');
		const enhanced = await post(fields, { run, through: otherNode, isEnhanced: true });
		expect(await enhanced.json()).toEqual({
			type: 'redirect',
			status: 303,
			location: '/teams/1/members/new?thang=2026-10',
		});
	});

	it('runs again after a refusal, with and without scripts', async () => {
		const { post, fields } = await setUp();
		const page = vi.fn(() => new Response('', { status: 422 }));
		await post(fields, { run: page });
		await post(fields, { run: page });
		expect(page).toHaveBeenCalledTimes(2);
		const script = vi.fn(() => Response.json({ type: 'failure', status: 422, data: '[]' }));
		await post(fields, { run: script, isEnhanced: true });
		await post(fields, { run: script, isEnhanced: true });
		expect(script).toHaveBeenCalledTimes(2);
	});

	it('runs again after a defect', async () => {
		const { post, fields, runs } = await setUp();
		const broken = () => {
			throw new Error('a defect');
		};
		await expect(post(fields, { run: broken })).rejects.toThrow('a defect');
		await post(fields);
		expect(runs()).toBe(1);
	});

	it('is another form with other words, another file, another showing or another person', async () => {
		const { post, fields, runs, database, unit } = await setUp();
		const colleague = await addTestAccount(database, `khac.${made}`, 'administrator', unit);
		await post(fields);
		await post({ ...fields, name: 'Lò Thị Khác' });
		await post({ ...fields, once: randomUUID() });
		await post(fields, { by: colleague });
		await post({ ...fields, photo: new File(['1'], 'anh.png') });
		await post({ ...fields, photo: new File(['2'], 'anh.png') });
		expect(runs()).toBe(6);
	});

	it('just runs without a name of its showing', async () => {
		const { post, runs } = await setUp();
		await post({ name: 'Lò Thị Thử' });
		await post({ name: 'Lò Thị Thử' });
		expect(runs()).toBe(2);
	});
});
