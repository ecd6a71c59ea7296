import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { IndexResult } from '../../src/lib/contracts/awards/composite-index';
import { compute } from '../../src/lib/ranking/index/compute';
import { drawPlaces } from '../../src/lib/ranking/index/draws';
import { score } from '../../src/lib/ranking/index/score';
import { openDatabase } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { attachLive } from '../../src/lib/server/live/attach';
import { workerPool } from '../../src/lib/server/worker-pool';
import { teamsOf } from './awards-data';
import { drawPlainly } from './awards-plain';
import { startChild } from './child';
import { clock, interleave, median, milliseconds, type Finding } from './measure';

const rounds = 3;
const screenCount = 500;
const failed = () => new Error('The index took too long or too much.');

/** An index of all village teams of a province with 10,000 draws, and who waits for it. */
export async function awards(): Promise<Finding[]> {
	sameArithmetic();
	const input = teamsOf(2_100, 12, 10_000);
	const work = workerPool({
		name: 'index',
		source: new URL('../../src/lib/ranking/index/worker.server.ts', import.meta.url),
		...{ workers: 1, waiting: 1, heapMegabytes: 512, milliseconds: 300_000 },
		...{ tooSlow: failed, outOfMemory: failed },
	});
	await work({ input: teamsOf(50, 12, 100) });
	const screens = await connectScreens();
	const delay = monitorEventLoopDelay({ resolution: 5 });
	const [indexed, plain] = await interleave(
		rounds,
		async () => {
			delay.enable();
			const began = clock();
			const answer = await work<{ result: IndexResult }>({ input });
			const time = clock() - began;
			delay.disable();
			if (answer.result.placed.length === 0) throw new Error('Nobody has a place.');
			return time;
		},
		() => {
			const began = clock();
			drawPlainly(input);
			return Promise.resolve(clock() - began);
		},
	);
	await screens.close();
	const [ofIndex, ofPlain, waited] = [median(indexed), median(plain), delay.percentile(99) / 1e6];
	const what = '2,100 teams, 12 criteria, 10,000 draws with the error of samples';
	return [
		{
			name: 'index',
			measured: `${milliseconds(ofIndex)} in a worker for ${what}, to the finished result`,
			...{ ratio: ofIndex / 4_000, bar: 1, good: 'atMost' },
		},
		{
			name: 'index against a plain loop',
			measured: `${milliseconds(ofIndex)} against ${milliseconds(ofPlain)} for the draws alone`,
			...{ ratio: ofIndex / ofPlain, bar: 1, good: 'atMost' },
		},
		{
			name: 'waiting for the index',
			measured: `99 of 100 turns of the event loop within ${milliseconds(waited)} meanwhile, with ${screenCount} screens connected`,
			...{ ratio: waited / 20, bar: 1, good: 'atMost' },
		},
	];
}

/** Screens that follow the live server of this very process, from a process of their own. */
async function connectScreens() {
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-awards-'));
	const handle = await openDatabase({ databaseUrl: undefined, dataDirectory: folder });
	await prepareDatabase(handle);
	const server = createServer();
	const identify = () => Promise.resolve(null);
	const currentSessions = () => Promise.resolve(new Map());
	const stopLive = await attachLive(server, handle, { identify, currentSessions }, undefined);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const parameters = ['live', String(port), String(screenCount), '0'];
	const clients = startChild(new URL('./broadcast-clients.ts', import.meta.url), ...parameters);
	await clients.ask('open');
	return {
		async close() {
			await clients.stop();
			await stopLive();
			await handle.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The plain loop counts for something only while it gives the same places. */
function sameArithmetic(): void {
	const small = teamsOf(60, 12, 200);
	const [method, both] = drawPlainly(small);
	const { scored } = score(small.method, small.units);
	const drawn = drawPlaces(small.method, scored, small.draws);
	const differs = (one: Uint16Array, other: Uint16Array | undefined) =>
		one.some((count, cell) => count !== other?.[cell]);
	if (differs(drawn.method, method) || differs(drawn.both, both))
		throw new Error('The plain loop gives other places.');
	compute(small);
}
