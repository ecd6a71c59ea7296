import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { freePort } from '../free-port';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { openDatabase } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { makeAccount } from '../database/province';
import { startChild, type Child } from './child';
import { fillCountry, fillReports } from './country-data';
import type { Flood } from './flood';
import { clock, median, milliseconds, quantile, type Finding } from './measure';
import { startProduct } from './product';

const size = { provinces: 34, communes: 98, villages: 3 };
const period = '2026-10';
const rounds = 3;
/** Milliseconds that one of them is asked at a time. */
const time = 2_000;

/** The public page of a country of 3,332 communes: kept, written anew, and behind nginx. Needs nginx and a build. */
export async function publicPages(): Promise<Finding[]> {
	const folder = mkdtempSync(join(tmpdir(), 'nhip-so-public-'));
	const started: ChildProcess[] = [];
	const client = startChild(new URL('flood.ts', import.meta.url));
	try {
		await fill(folder);
		const port = await freePort();
		started.push(
			await startProduct(port, {
				DATA_DIR: join(folder, 'data'),
				DATABASE_URL: '',
				HOME_UNIT: 'VN',
			}),
		);
		const answer = await fetch(`http://127.0.0.1:${port}/`);
		const page = Buffer.from(await answer.arrayBuffer());
		const written = await uncached(port);
		const nginx = { file: await freePort(), proxy: await freePort() };
		const file = { head: headOf(answer), page };
		started.push(await startNginx(folder, file, { product: port, ...nginx }));
		const rates = await compare(client, { kept: port, ...nginx });
		return findings(page, written, rates);
	} finally {
		await client.stop();
		for (const process of started) {
			process.kill();
			await once(process, 'exit');
		}
		rmSync(folder, { recursive: true, force: true });
	}
}

async function fill(dataDirectory: string): Promise<void> {
	const handle = await openDatabase({ dataDirectory: join(dataDirectory, 'data') });
	const { database } = handle;
	await prepareDatabase(handle);
	await syncCatalogue(database);
	await ensurePeriods(database, [period]);
	await fillCountry(database, size);
	const country = await unitByCode(database, 'VN', `${period}-28`);
	const reporter = await makeAccount(database, 'reporter', 'reporter', country?.id ?? 0);
	await fillReports(database, period, reporter.accountId);
	await handle.close();
}

/** Milliseconds of each time that the page is written: where a divider stands makes it another page. */
async function uncached(port: number): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < 30; round += 1) {
		const began = clock();
		const answer = await fetch(`http://127.0.0.1:${port}/?vach=${round}`);
		await answer.arrayBuffer();
		times.push(clock() - began);
	}
	return times.slice(5);
}

/** Of an answer's headers those that its page sets, as nginx is told to send them. */
const headOf = ({ headers }: Response): string =>
	[...headers]
		.filter(([name]) => !setByServers.has(name))
		.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`)
		.join('\n');
const setByServers = new Set([
	...['connection', 'content-encoding', 'content-length', 'content-type', 'date', 'etag'],
	...['keep-alive', 'transfer-encoding'],
]);

/** The very answer of the product, as a file; and the product behind a cache. */
async function startNginx(
	folder: string,
	{ head, page }: { head: string; page: Buffer },
	ports: { product: number; file: number; proxy: number },
): Promise<ChildProcess> {
	mkdirSync(join(folder, 'root'));
	writeFileSync(join(folder, 'root', 'index.html'), brotliCompressSync(page));
	const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${join(folder, name)};`)
		.join('\n');
	const user = process.getuid?.() === 0 ? `user ${userInfo().username};` : '';
	const configuration = `${user} daemon off; pid ${join(folder, 'pid')}; error_log stderr; events {}
http {
	access_log off; keepalive_requests 1000000; sendfile on; tcp_nopush off; open_file_cache max=1000; proxy_buffer_size 32k; proxy_buffers 8 32k; ${paths}
	proxy_cache_path ${join(folder, 'cache')} keys_zone=pages:10m;
	server {
		listen 127.0.0.1:${ports.file}; root ${join(folder, 'root')}; default_type text/html;
		add_header Content-Encoding br; ${head}
	}
	server {
		listen 127.0.0.1:${ports.proxy};
		location / {
			proxy_pass http://127.0.0.1:${ports.product}; proxy_cache pages; proxy_cache_lock on;
			proxy_cache_background_update on; proxy_ignore_headers Vary;
		}
	}
}`;
	writeFileSync(join(folder, 'nginx.conf'), configuration);
	const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	await once(nginx, 'spawn');
	await pause(500);
	return nginx;
}

/** A page is packed for those who ask a second time; what a proxy took before that it keeps for some seconds. */
async function untilPacked(port: number): Promise<void> {
	for (let asked = 0; asked < 60; asked += 1) {
		const headers = { 'accept-encoding': 'br' };
		const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
		await answer.arrayBuffer();
		if (answer.headers.has('content-length')) return;
		await pause(300);
	}
	throw new Error('The page is never packed.');
}

/** Answers a second of each, in turns, so that whatever else the machine does hits them alike. */
async function compare(client: Child, ports: { kept: number; file: number; proxy: number }) {
	const rates = { kept: [0], file: [0], proxy: [0] };
	for (let round = 0; round < rounds; round += 1)
		for (const name of ['kept', 'file', 'proxy'] as const) {
			const asked: Flood = { port: ports[name], path: '/', time };
			await untilPacked(ports[name]);
			rates[name].push(await client.ask<number>('flood', asked));
		}
	const medianOf = (values: number[]) => median(values.slice(1));
	return { kept: medianOf(rates.kept), file: medianOf(rates.file), proxy: medianOf(rates.proxy) };
}

function findings(
	page: Buffer,
	written: readonly number[],
	{ kept, file, proxy }: { kept: number; file: number; proxy: number },
): Finding[] {
	const slowest = quantile(written, 0.95);
	const packed = brotliCompressSync(page).length;
	const aSecond = (rate: number) => `${rate.toFixed(0)} answers a second`;
	return [
		{
			...{ name: 'public page as it is kept', ratio: kept / file, bar: 0.5, good: 'atLeast' },
			measured: `${aSecond(kept)}, the same answer as a file of nginx ${aSecond(file)}`,
		},
		{
			...{ name: 'public page behind nginx', ratio: proxy / file, bar: 0.95, good: 'atLeast' },
			measured: aSecond(proxy),
		},
		{
			...{ name: 'public page written anew', ratio: slowest / 50, bar: 1, good: 'atMost' },
			measured: `p95 ${milliseconds(slowest)}, allowed 50 ms`,
		},
		{
			...{ name: 'public page compressed', ratio: packed / 120_000, bar: 1, good: 'atMost' },
			measured: `${(packed / 1000).toFixed(1)} KB, allowed 120 KB`,
		},
		{
			...{ name: 'public page as HTML', ratio: page.length / 400_000, bar: 1, good: 'atMost' },
			measured: `${(page.length / 1000).toFixed(0)} KB, allowed 400 KB`,
		},
	];
}
