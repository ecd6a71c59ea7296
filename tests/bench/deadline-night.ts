import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { buildIfNeeded } from '../../scripts/prepare.js';
import { addToken } from '../../src/lib/accounts/tokens/add-token.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { changePosition } from '../../src/lib/server/change-log';
import { openDatabase, queryRows, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { openSession } from '../database/accounts';
import { startPostgres } from '../database/postgres-server';
import { makeAccount, makeProvince, reportOf, type TestProvince } from '../database/province';
import { startServerProcess } from '../faults/server-process';
import { startChild } from './child';
import { clock, milliseconds, quantile, type Finding } from './measure';

const period = '2026-10';
const communes = 200;
const villages = 10;
const teams = communes * villages;
const screens = 500;

interface Night {
	engine: 'PostgreSQL' | 'embedded database';
	/** Milliseconds over which the teams' reports come in, at even random moments. */
	span: number;
	/** Milliseconds that 95 of 100 submissions may take at most. */
	bar: number;
}
const nights: Night[] = [
	{ engine: 'PostgreSQL', span: 60_000, bar: 300 },
	{ engine: 'embedded database', span: 180_000, bar: 1_000 },
];

/** Every team of a province reports, each under its own account, while screens watch. */
export async function deadlineNight(): Promise<Finding[]> {
	if (!(await buildIfNeeded())) throw new Error('There is nothing to serve.');
	const findings: Finding[] = [];
	for (const night of nights) findings.push(await play(night));
	return findings;
}

async function play({ engine, span, bar }: Night): Promise<Finding> {
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-night-'));
	const postgres = engine === 'PostgreSQL' ? await startPostgres() : undefined;
	await postgres?.createDatabase('night');
	const databaseUrl = postgres && `${postgres.url}night`;
	const open = () => openDatabase({ databaseUrl, dataDirectory: folder });
	try {
		const { tokens, cookie, after } = await use(await open(), prepare);
		const server = await startServerProcess({
			DATA_DIR: folder,
			...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
		});
		const { port } = new URL(server.url);
		const watchers = startChild(
			new URL('./night-screens.ts', import.meta.url),
			port,
			String(screens),
			cookie,
			String(after),
		);
		await watchers.ask('open');
		const began = clock();
		const sent = await Promise.all(
			[...tokens].map(async ([village, token]) => {
				await pause(Math.random() * span);
				return submit(server.url, village, token);
			}),
		);
		const time = clock() - began;
		const refused = sent.filter(({ status }) => status !== 201).length;
		const snapshot = await fetch(`${server.url}/api/v1/snapshot?stream=internal&period=${period}`, {
			headers: { cookie },
		});
		const { number } = v.parse(v.object({ number: v.number() }), await snapshot.json());
		const lost = await watchers.ask<number>('reach', number);
		await watchers.stop();
		await server.kill();
		const counted = await use(await open(), countReports);
		if (refused > 0 || lost > 0 || counted !== teams)
			throw new Error(`${refused} refused, ${lost} screens lost, ${counted} of ${teams} stored.`);
		const p95 = quantile(
			sent.map((each) => each.time),
			0.95,
		);
		return {
			name: `deadline night on ${engine}`,
			measured: `measured p95 ${milliseconds(p95)} for one of ${teams} submissions within ${(time / 1000).toFixed(0)} s before ${screens} screens, no error, allowed ${milliseconds(bar)}`,
			ratio: p95 / bar,
			bar: 1,
			good: 'atMost',
		};
	} finally {
		await postgres?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function use<Result>(
	handle: DatabaseHandle,
	work: (handle: DatabaseHandle) => Promise<Result>,
): Promise<Result> {
	try {
		return await work(handle);
	} finally {
		await handle.close();
	}
}

/** A province whose teams each have an account and a token, by village; and a session to watch with. */
async function prepare(handle: DatabaseHandle) {
	await prepareDatabase(handle);
	const { database } = handle;
	await syncCatalogue(database);
	await ensurePeriods(database, [period]);
	const province: TestProvince = await makeProvince(database, { communes, villages });
	const tokens = new Map<string, string>();
	for (const village of province.communes.flatMap((commune) => commune.villages)) {
		const { name } = await makeAccount(database, `to.${village.code}`, 'reporter', village.id);
		tokens.set(village.code, (await addToken(database, null, name, 'phone')).token);
	}
	const { token } = await openSession(database, province.approver.accountId);
	const { lastNumber } = await changePosition(database);
	return { tokens, cookie: `session=${token}`, after: lastNumber };
}

async function countReports({ database }: DatabaseHandle): Promise<number> {
	const [row] = await queryRows<{ reports: number }>(
		database,
		sql`select reports from coverage join admin_unit unit on unit.id = coverage.unit_id
			where unit.level = 'province' and basis = 'provisional'`,
	);
	return row?.reports ?? 0;
}

async function submit(url: string, village: string, token: string) {
	const able = 20 + Math.floor(Math.random() * 60);
	const body = JSON.stringify(reportOf(village, period, able, 100));
	const began = clock();
	// Each team has a phone of its own, and so a connection.
	const post = request(`${url}/api/v1/reports`, {
		method: 'POST',
		agent: false,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
	});
	post.end(body);
	const [response] = (await once(post, 'response')) as [IncomingMessage];
	await once(response.resume(), 'end');
	return { status: response.statusCode, time: clock() - began };
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
