import type { ChangeBatch } from '../../src/lib/contracts/events';
import type { ChangePayload } from '../../src/lib/contracts/events';
import { appendChanges, lockChanges } from '../../src/lib/server/change-log';
import { openDatabase } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { coalescingWindow } from '../../src/lib/server/live/feed';
import { startPostgres } from '../database/postgres-server';
import { startChild, type Child } from './child';
import { clock, interleave, median, milliseconds, quantile, type Finding } from './measure';

const clients = 10_000;
const rounds = 15;
const commits = 40;
const files = {
	server: new URL('./broadcast-server.ts', import.meta.url),
	clients: new URL('./broadcast-clients.ts', import.meta.url),
};

const at = '2026-10-20T03:00:00.000Z';
const households = [180, 140, 121, 133, 118, 126, 97, 12, 171];
/** What one approval changes on the public map: a commune and its province, about 1 KB. */
const payloads: ChangePayload[] = [7_294, 24].map((unitId, index) => ({
	type: 'figures',
	audience: 'public',
	path: index === 0 ? [7_294, 24, 1] : [24, 1],
	level: index === 0 ? 'commune' : 'province',
	periodId: 58,
	unitId,
	basis: 'approved',
	figures: {
		unitId,
		basis: 'approved',
		able: households,
		base: households,
		receivedAt: at,
		approvedAt: at,
	},
}));
const batch: ChangeBatch = {
	after: 123_456,
	upTo: 123_458,
	changes: payloads.map((payload, index) => ({ ...payload, number: 123_457 + index, at })),
};
const text = `42${JSON.stringify(['changes', batch])}`;

/** One batch to 10,000 clients, against `ws` alone; and the whole way from a commit to all of them. */
export async function broadcast(): Promise<Finding[]> {
	const postgres = await startPostgres();
	await postgres.createDatabase('bench');
	const databaseUrl = `${postgres.url}bench`;
	const handle = await openDatabase({ databaseUrl, dataDirectory: '' });
	await prepareDatabase(handle);
	const live = await openArm('live', databaseUrl);
	const bare = await openArm('bare', databaseUrl);
	try {
		const [ours, theirs] = await interleave(
			rounds,
			() => live.broadcast(),
			() => bare.broadcast(),
		);
		const bareTime = median(theirs);
		const latencies: number[] = [];
		for (let turn = 0; turn < commits; turn++) {
			await pause(Math.random() * 2 * coalescingWindow);
			await live.clients.ask('expect');
			const began = clock();
			await handle.database.transaction(async (transaction) => {
				await lockChanges(transaction);
				await appendChanges(transaction, payloads);
			});
			const arrivals = await live.clients.ask<number[]>('arrivals');
			latencies.push(...arrivals.map((arrival) => arrival - began));
		}
		const p99 = quantile(latencies, 0.99);
		const allowed = coalescingWindow + 1.5 * bareTime;
		return [
			{
				name: 'broadcast',
				measured: `measured ${milliseconds(median(ours))} to the last of ${clients} clients for ${text.length} bytes, bare ws ${milliseconds(bareTime)}`,
				ratio: median(ours) / bareTime,
				bar: 1.25,
				good: 'atMost',
			},
			{
				name: 'commit to received',
				measured: `measured p99 ${milliseconds(p99)} over ${commits} commits × ${clients} clients, allowed ${milliseconds(allowed)} (window ${coalescingWindow} ms + 1.5 × ws)`,
				ratio: p99 / allowed,
				bar: 1,
				good: 'atMost',
			},
		];
	} finally {
		for (const { server, clients } of [live, bare]) {
			await clients.stop();
			await server.stop();
		}
		await handle.close();
		await postgres.stop();
	}
}

async function openArm(kind: 'live' | 'bare', databaseUrl: string) {
	const server = startChild(files.server, kind, databaseUrl);
	const port = await server.ask<number>('port');
	const clientProcess: Child = startChild(files.clients, kind, String(port), String(clients), '0');
	await clientProcess.ask('open').catch((error: unknown) => {
		throw new Error(
			`${clients} connections could not be opened. Allow more open files: ulimit -n ${2 * clients}`,
			{ cause: error },
		);
	});
	return {
		server,
		clients: clientProcess,
		/** @returns milliseconds until the last client had it. */
		async broadcast(): Promise<number> {
			await clientProcess.ask('expect');
			const began = await server.ask<number>('send', text);
			const arrivals = await clientProcess.ask<number[]>('arrivals');
			return Math.max(...arrivals) - began;
		},
	};
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
