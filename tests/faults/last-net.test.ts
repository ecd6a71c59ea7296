import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { queryRows } from '../../src/lib/server/db/client';
import { createPostgresDatabase } from '../database';
import { startProvinceServer, whileWritersWait } from './province-server';

/** Loaded before the server: at a signal something goes wrong in nobody's hands. */
const loaded = (fault: string) =>
	`--import data:text/javascript;base64,${btoa(`process.on('SIGUSR2', () => { ${fault} });`)}`;

it.each([
	['an error that nobody caught', "throw new TypeError('0912 345 678');"],
	['a rejection that nobody handled', "void Promise.reject(new TypeError('0912 345 678'));"],
])('logs %s in one line, finishes what runs and ends with 1', async (_, fault) => {
	const server = await startProvinceServer(await createPostgresDatabase(), {
		NODE_OPTIONS: loaded(fault),
	});
	const { child, handle } = server;
	const ended = once(child, 'exit');
	let output = '';
	const logged = new Promise<void>((resolve) => {
		child.stderr?.on('data', (chunk) => {
			output += String(chunk);
			if (output.includes('"event":"uncaught"')) resolve();
		});
	});
	let answer: Promise<Response> | undefined;
	await whileWritersWait(handle, async () => {
		answer = server.sendReport(0, 40);
		const writer = sql`select pid from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'`;
		while ((await queryRows(handle.database, writer)).length === 0) await sleep(10);
		child.kill('SIGUSR2');
		await logged;
	});
	expect((await answer)?.status).toBe(201);
	expect(await ended).toEqual([1, null]);
	const lines = output.split('\n').filter((line) => line.includes('TypeError'));
	expect(lines).toHaveLength(1);
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({
		level: 'fatal',
		event: 'uncaught',
		error: 'TypeError',
	});
	expect(output).not.toContain('0912');
	await server.stop();
});
