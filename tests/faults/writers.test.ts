import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryRows } from '../../src/lib/server/db/client';
import { createPostgresDatabase } from '../database';
import { fillDisk } from '../database/full-disk';
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
	const isOver = answered.then(() => true);
	while (!(await Promise.race([isOver, sleep(10, false)])))
		await server.handle.database.execute(sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'`);
}

const readyz = async () => {
	const response = await fetch(`${server.url}/readyz`);
	return [response.status, await response.text()];
};

async function expectToBeTaken(able: number): Promise<void> {
	for (const { way, status, text } of await sendAll(able)) {
		expect([way, status]).toEqual([way, way === 'a program' ? 201 : 200]);
		expect(text).not.toContain('"type":"failure"');
	}
	const stored = sql`select count(*)::int as count from report_revision
		where all_five = ${able}`;
	expect(await queryRows(server.handle.database, stored)).toEqual([{ count: ways.length }]);
	expect(await readyz()).toEqual([200, 'ok']);
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
	await expectToBeTaken(40);
});

it('tells writers that the disk is full, and whoever asks whether we are ready, until it is not', async () => {
	const makeRoom = await fillDisk(server.handle.database);
	for (const { way, status, retryAfter, text } of await sendAll(41)) {
		expect([way, status, retryAfter]).toEqual([way, 503, '60']);
		expect(text).toMatch(/diskFull|Ổ đĩa của máy chủ đã đầy/);
	}
	expect(await readyz()).toEqual([503, 'the disk of the database is full: make room on it']);
	await makeRoom();
	await expectToBeTaken(41);
});
