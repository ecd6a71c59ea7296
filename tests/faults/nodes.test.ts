import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addToken } from '../../src/lib/accounts/tokens/add-token.server';
import type { Snapshot } from '../../src/lib/contracts/events';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import type { Stream } from '../../src/lib/live/connection';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { openDatabase, type DatabaseHandle } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { createPostgresDatabase, leaveMask } from '../database';
import { openSession } from '../database/accounts';
import { makeProvince, reportOf, type TestProvince } from '../database/province';
import { NetworkLine } from './network-line';
import { installRecount, recount, type Counted } from './recount';
import { startServerProcess, type ServerProcess } from './server-process';
import { TestScreen } from './test-screen';

const period = '2026-10';

describe.each(['postgres', 'embedded'] as const)('server processes (%s)', (engine) => {
	let folder: string;
	let environment: Record<string, string>;
	let province: TestProvince;
	let tokens: { reporter: string; approver: string };
	let cookie: string;
	let periodId: number;
	const servers: ServerProcess[] = [];
	const screens: { screen: TestScreen; line: NetworkLine }[] = [];

	/** The embedded database belongs to one process at a time. */
	async function withDatabase<Result>(use: (handle: DatabaseHandle) => Promise<Result>) {
		const databaseUrl = environment.DATABASE_URL;
		const handle = await openDatabase({ databaseUrl, dataDirectory: folder });
		try {
			return await use(handle);
		} finally {
			await handle.close();
		}
	}

	beforeAll(async () => {
		leaveMask();
		folder = await mkdtemp(join(tmpdir(), 'nhip-so-nodes-'));
		environment = { DATA_DIR: folder };
		if (engine === 'postgres') environment.DATABASE_URL = await createPostgresDatabase();
		await withDatabase(async (handle) => {
			await prepareDatabase(handle);
			const { database } = handle;
			await syncCatalogue(database);
			province = await makeProvince(database, { communes: 2, villages: 4 });
			await installRecount(database);
			periodId = (await ensurePeriods(database, [period])).get(period)?.id ?? 0;
			tokens = {
				reporter: (await addToken(database, null, province.reporter.name, 'test')).token,
				approver: (await addToken(database, null, province.approver.name, 'test')).token,
			};
			const { token } = await openSession(database, province.approver.accountId);
			cookie = `session=${token}`;
		});
	});
	afterEach(async () => {
		for (const { screen, line } of screens.splice(0)) {
			screen.stop();
			line.close();
		}
		for (const server of servers.splice(0)) await server.kill();
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	async function serve(more: Record<string, string> = {}): Promise<ServerProcess> {
		const server = await startServerProcess({ ...environment, ...more });
		servers.push(server);
		return server;
	}

	async function watch(stream: Stream, target: () => string) {
		const line = await NetworkLine.open(target);
		const screen = new TestScreen({
			stream,
			url: line.url,
			cookie,
			takeSnapshot: async () => {
				const response = await fetch(
					`${target()}/api/v1/snapshot?stream=${stream}&period=${period}`,
					{
						headers: { cookie },
					},
				);
				if (!response.ok) throw new Error(await response.text());
				return (await response.json()) as Snapshot;
			},
		});
		screens.push({ screen, line });
		await screen.start();
		return { screen, line };
	}

	async function post(url: string, path: string, token: string, body: unknown) {
		const response = await fetch(url + path, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (!response.ok) throw new Error(await response.text());
	}
	const village = (index: number) => {
		const found = province.communes[0]?.villages[index];
		if (!found) throw new Error('Four villages were made.');
		return found.code;
	};
	const submit = (url: string, index: number, able: number) => {
		const report = { ...reportOf(village(index), period, able, 100), reason: 'counted again' };
		return post(url, '/api/v1/reports', tokens.reporter, report);
	};
	const approve = (url: string, index: number, revision: number) =>
		post(url, `/api/v1/reports/${village(index)}/${period}/decision`, tokens.approver, {
			decision: 'approve',
			revision,
		});
	const shownOf = ({ data }: TestScreen, basis: 'approved' | 'provisional') =>
		data.figures[basis].get(province.provinceId)?.able[0];
	const countedOf = (basis: 'approved' | 'provisional') =>
		withDatabase(async ({ database }) => {
			const rows = await recount(database, periodId);
			const row = rows.find((one) => one.unitId === province.provinceId && one.basis === basis);
			return row?.able[0];
		});
	/** Resolves as soon as the screen shows the number. */
	async function shows(screen: TestScreen, basis: 'approved' | 'provisional', able: number) {
		while (shownOf(screen, basis) !== able) await screen.reach(screen.data.number + 1);
	}

	it('move internal screens within 2 s of a submission, public ones within 2 s of an approval', async () => {
		const { url } = await serve();
		const inside = await watch('internal', () => url);
		const outside = await watch('public', () => url);
		await Promise.all([inside.screen.reach(0), outside.screen.reach(0)]);
		let began = Date.now();
		await submit(url, 0, 50);
		await shows(inside.screen, 'provisional', 50);
		expect(Date.now() - began).toBeLessThan(2_000);
		expect(shownOf(outside.screen, 'approved')).toBeUndefined();
		began = Date.now();
		await approve(url, 0, 1);
		await shows(outside.screen, 'approved', 50);
		expect(Date.now() - began).toBeLessThan(2_000);
	});

	it('lose nothing and count nothing twice when a node is killed and started again', async () => {
		const first = await serve();
		const { port } = new URL(first.url);
		const { screen } = await watch('internal', () => first.url);
		const before = shownOf(screen, 'provisional') ?? 0;
		await submit(first.url, 1, 30);
		await shows(screen, 'provisional', before + 30);
		// Acknowledged right before the end: it is in the log, whoever has heard of it.
		await submit(first.url, 2, 20);
		await first.kill();
		const again = await serve({ PORT: port });
		await shows(screen, 'provisional', before + 50);
		await submit(again.url, 2, 25);
		await shows(screen, 'provisional', before + 55);
		expect(screen.snapshots).toBe(1);
		await again.kill();
		expect(shownOf(screen, 'provisional')).toBe(await countedOf('provisional'));
	});

	if (engine === 'postgres')
		it('hear of what was committed while the database had dropped their connections', async () => {
			const { url } = await serve();
			const { screen } = await watch('internal', () => url);
			const able = await withDatabase(async ({ database }) => {
				await database.execute(sql`
					select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and pid <> pg_backend_pid()`);
				const report = { ...reportOf(village(1), period, 77, 100), reason: 'counted again' };
				const at = { channel: 'api', now: new Date() } as const;
				await submitReports(database, province.reporter, [report], at);
				const rows = await recount(database, periodId);
				const isShown = ({ unitId, basis }: Counted) =>
					unitId === province.provinceId && basis === 'provisional';
				return rows.find(isShown)?.able[0] ?? -1;
			});
			const began = Date.now();
			await shows(screen, 'provisional', able);
			expect(Date.now() - began).toBeLessThan(5_000);
		});

	// The embedded database belongs to one node.
	if (engine === 'postgres')
		it('let a client move between two nodes that take in reports at the same time', async () => {
			const nodes = [await serve(), await serve()];
			const url = (turn: number) => nodes[turn % 2]?.url ?? '';
			let turn = 0;
			const { screen, line } = await watch('internal', () => url(turn));
			for (; turn < 12; turn++) {
				const moved = [submit(url(turn), 0, turn), submit(url(turn + 1), 3, 2 * turn)];
				// In the middle of it, without a goodbye, to the other node.
				line.cut();
				await Promise.all(moved);
				const counted = await countedOf('provisional');
				await shows(screen, 'provisional', counted ?? -1);
			}
			expect(screen.snapshots).toBe(1);
			expect(screen.subscriptions).toBeGreaterThan(10);
			const numbers = screen.shown.map(({ number }) => number);
			expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
		});

	if (engine === 'postgres')
		it('keep no page below the number that they announced, wherever it was approved', async () => {
			const [here, there] = [await serve(), await serve()];
			const commune = province.communes[1] ?? raise();
			const first = commune.villages[0] ?? raise();
			const read = async (headers: Record<string, string>) => {
				const page = await fetch(`${there.url}/xa/${commune.code}.txt`, { headers });
				return page.text();
			};
			/** The card that a preview of its page shows: what the page names, whole. */
			const preview = async (headers: Record<string, string> = {}) => {
				const page = await fetch(`${there.url}/xa/${commune.code}-xa-1?thang=${period}`, {
					headers,
				});
				const named = /<meta property="og:image" content="([^"]+)"/.exec(await page.text());
				const { pathname, search } = new URL((named?.[1] ?? '').replaceAll('&amp;', '&'));
				const card = await fetch(there.url + pathname + search, { headers });
				expect(card.headers.get('content-type')).toBe('image/png');
				const bytes = Buffer.from(await card.arrayBuffer());
				expect(bytes.subarray(-8, -4).toString()).toBe('IEND');
				return bytes.toString('base64');
			};
			const { screen } = await watch('public', () => there.url);
			await screen.reach(0);
			const before = await read({});
			expect(await read({})).toBe(before);
			const cardBefore = await preview();
			expect(await preview()).toBe(cardBefore);
			await post(
				here.url,
				'/api/v1/reports',
				tokens.reporter,
				reportOf(first.code, period, 61, 100),
			);
			await post(here.url, `/api/v1/reports/${first.code}/${period}/decision`, tokens.approver, {
				decision: 'approve',
				revision: 1,
			});
			while (!screen.data.figures.approved.has(commune.id))
				await screen.reach(screen.data.number + 1);
			// Whoever hears of it and shows it around at once shows the new figures.
			const cardAfter = await preview();
			expect(cardAfter).not.toBe(cardBefore);
			expect(cardAfter).toBe(await preview({ cookie }));
			const after = await read({});
			expect(after).not.toBe(before);
			// Whoever is signed in is given what is read at this moment.
			expect(after).toBe(await read({ cookie }));
		});
});

function raise(): never {
	throw new Error('Two communes of four villages were made.');
}
