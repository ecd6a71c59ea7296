import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryRows } from '../../src/lib/server/db/client';
import { createPostgresDatabase } from '../database';
import { startProvinceServer, whileWritersWait, type ProvinceServer } from './province-server';

let server: ProvinceServer;

beforeAll(async () => {
	server = await startProvinceServer(await createPostgresDatabase());
});
afterAll(() => server.stop());

const ways: [string, (able: number) => Promise<Response>][] = [
	['a program', (able) => server.sendReport(0, able)],
	['a form', (able) => server.postForm(1, able, 'plain')],
	['a form with script', (able) => server.postForm(2, able, 'scripted', 'with script')],
];

const sendAll = (able: number) =>
	Promise.all(
		ways.map(async ([way, send]) => {
			const response = await send(able);
			const { status, headers } = response;
			const text = await response.text();
			return { way, status, retryAfter: headers.get('retry-after'), text };
		}),
	);

/** Ends the line of everybody who is in the middle of writing, until there is an answer to it all. */
async function endWritersUntil(answered: Promise<unknown>): Promise<void> {
	let isAnswered = false;
	void answered.finally(() => (isAnswered = true));
	for (; !isAnswered; await sleep(10))
		await server.handle.database.execute(sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'`);
}

it('tells writers whose line the database ends when to try again, then takes what they sent', async () => {
	await whileWritersWait(server.handle, async () => {
		const refused = sendAll(40);
		await endWritersUntil(refused);
		for (const { way, status, retryAfter, text } of await refused) {
			expect([way, status, retryAfter]).toEqual([way, 503, '5']);
			expect(text).toMatch(/databaseAway|Cơ sở dữ liệu đang không trả lời/);
		}
	});
	for (const { way, status, text } of await sendAll(40)) {
		expect([way, status]).toEqual([way, way === 'a program' ? 201 : 200]);
		expect(text).not.toContain('"type":"failure"');
	}
	expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
	const stored = sql`select count(*)::int as count from report_revision`;
	expect(await queryRows(server.handle.database, stored)).toEqual([{ count: ways.length }]);
});
