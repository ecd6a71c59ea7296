import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildIfNeeded } from '../../scripts/prepare.js';
import type { ChangePayload } from '../../src/lib/contracts/events';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { appendChanges, lockChanges } from '../../src/lib/server/change-log';
import type { Database } from '../../src/lib/server/db/client';
import { startPostgres } from '../database/postgres-server';
import { makeProvince, reportOf } from '../database/province';
import { startServerProcess, type ServerProcess } from '../faults/server-process';
import { openBenchDatabase } from './bench-database';
import { startChild } from './child';
import { clock, milliseconds, quantile, type Finding } from './measure';

const period = '2026-09';
const now = new Date('2026-10-20T03:00:00Z');
const communes = 209;
const tabs = 10_000;
/** What happened while they were away; a quarter of it can still be told. */
const entries = 20_000;
/** Milliseconds over which they come back: what a browser's own retries spread a restart over. */
const span = 20_000;
const pageEvery = 200;
const pageBar = 500;

/** A morning: tabs that were left open come back, each from its own number, while people open pages. */
export async function returningTabs(): Promise<Finding[]> {
	if (!(await buildIfNeeded())) throw new Error('There is nothing to serve.');
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-tabs-'));
	const postgres = await startPostgres();
	try {
		const bench = await openBenchDatabase(postgres, 'tabs');
		const last = await fill(bench.handle.database);
		await bench.close();
		const environment = { DATA_DIR: folder, DATABASE_URL: `${postgres.url}tabs` };
		const comeBack = async (numbers: number[]) => {
			const server = await startServerProcess(environment);
			try {
				return await watch(server, numbers);
			} finally {
				await server.kill();
			}
		};
		const current = await comeBack(Array.from({ length: tabs }, () => last));
		const behind = await comeBack(Array.from({ length: tabs }, (_, tab) => last - 1 - 2 * tab));
		const p95 = quantile(behind.pages, 0.95);
		return [
			{
				name: 'returning tabs, pages',
				measured: `measured p95 ${milliseconds(p95)} for one of ${behind.pages.length} pages while ${tabs} tabs came back within ${span / 1000} s from as many numbers (${behind.startedOver} by a snapshot), allowed ${pageBar} ms`,
				ratio: p95 / pageBar,
				bar: 1,
				good: 'atMost',
			},
			{
				name: 'returning tabs, memory',
				measured: `measured ${megabytes(behind.memory)} at most meanwhile, ${megabytes(current.memory)} with as many tabs that had missed nothing`,
				ratio: behind.memory / current.memory,
				bar: 1.5,
				good: 'atMost',
			},
		];
	} finally {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** How a server fares that has just been started, while tabs come back and people open pages. */
async function watch({ url, child }: ServerProcess, numbers: number[]) {
	const clients = startChild(
		new URL('./returning-tabs-clients.ts', import.meta.url),
		new URL(url).port,
	);
	try {
		const memory = await watchMemory(child.pid);
		const visitor = openPages(url);
		const startedOver = await clients.ask<number>('comeBack', { numbers, span });
		return { startedOver, pages: await visitor.stop(), memory: memory.stop() };
	} finally {
		await clients.stop();
	}
}

/** A province with approved figures, and a long log. @returns its last number. */
async function fill(database: Database): Promise<number> {
	await ensurePeriods(database, [period]);
	const province = await makeProvince(database, { communes, villages: 1 });
	const codes = province.communes.flatMap(({ villages }) => villages.map(({ code }) => code));
	const inputs = codes.map((code, index) => reportOf(code, period, 40 + (index % 50), 100));
	await submitReports(database, province.reporter, inputs, { channel: 'api', now });
	const approval = { period, decision: 'approve', revision: 1, comment: '' } as const;
	const decisions = codes.map((unit) => ({ unit, ...approval }));
	await decideReports(database, province.approver, decisions, now);
	let last = 0;
	const payloads = Array.from({ length: 1_000 }, (_, index) => change(province.communes, index));
	for (let made = 0; made < entries; made += payloads.length)
		last = await database.transaction(async (transaction) => {
			await lockChanges(transaction);
			return appendChanges(transaction, payloads);
		});
	return last;
}

function change(units: readonly { id: number }[], index: number): ChangePayload {
	const unitId = units[index % units.length]?.id ?? 0;
	const counts = Array.from({ length: 9 }, (_, measure) => 100 + ((index + measure) % 80));
	const at = now.toISOString();
	return {
		type: 'figures',
		audience: 'public',
		path: [unitId, 1],
		level: 'commune',
		periodId: 1,
		unitId,
		basis: 'approved',
		figures: {
			unitId,
			basis: 'approved',
			able: counts,
			base: counts.map(() => 200),
			receivedAt: at,
			approvedAt: at,
		},
	};
}

/** Opens the front page again and again, whether or not the last one has come. */
function openPages(url: string) {
	const opened: ReturnType<typeof openPage>[] = [];
	const timer = setInterval(() => opened.push(openPage(url)), pageEvery);
	return {
		/** @returns milliseconds of each page. */
		async stop() {
			clearInterval(timer);
			const pages = await Promise.all(opened);
			const failed = pages.find(({ status }) => status !== 200);
			if (failed) throw new Error(`A page was answered with HTTP ${failed.status}.`);
			return pages.map(({ time }) => time);
		},
	};
}

async function openPage(url: string) {
	const began = clock();
	const response = await fetch(url);
	await response.arrayBuffer();
	return { status: response.status, time: clock() - began };
}

async function watchMemory(processId: number | undefined) {
	const run = promisify(execFile);
	const read = async () =>
		Number((await run('ps', ['-o', 'rss=', '-p', String(processId)])).stdout) * 1024;
	let most = await read();
	const timer = setInterval(() => {
		void read().then((bytes) => (most = Math.max(most, bytes)));
	}, 250);
	return {
		/** @returns bytes at most. */
		stop() {
			clearInterval(timer);
			return most;
		},
	};
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
