import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../free-port';
import { addAccount } from '../../src/lib/accounts/administration/add-account.server';
import { startPostgres } from '../database/postgres-server';
import { openBenchDatabase } from './bench-database';
import { clock, milliseconds, quantile, type Finding } from './measure';
import { startProduct } from './product';
import { fillSeason } from './season-data';

const credentials = { name: 'bench-reader', password: 'nha-tranh-ven-song' };
const teams = 'hang-muc=2';
const turns = ['sap-xep=-diem', 'sap-xep=ten', 'nhom=2', 'tim=12', 'trang=2', 'sap-xep=-xac-suat'];

/** The committee's list of 2,090 teams as a browser gets it; needs a build. */
export async function committee(): Promise<Finding[]> {
	const server = await startPostgres();
	let product: ChildProcess | undefined;
	try {
		const opened = await openBenchDatabase(server, 'committee');
		const { seasonId, provinceId } = await fillSeason(opened.handle.database);
		await addAccount(opened.handle.database, null, {
			...{ ...credentials, displayName: credentials.name, passwordTemporary: false },
			grants: [{ role: 'committee', unitId: provinceId }],
		});
		await opened.close();
		const port = await freePort();
		product = await startProduct(port, { DATABASE_URL: `${server.url}committee` });
		return await measure(`http://127.0.0.1:${port}`, `/thi-dua/${seasonId}/danh-sach`);
	} finally {
		product?.kill();
		if (product) await once(product, 'exit');
		await server.stop();
	}
}

async function measure(origin: string, path: string): Promise<Finding[]> {
	const answer = await fetch(`${origin}/dang-nhap`, {
		...{ method: 'POST', redirect: 'manual', headers: { origin } },
		body: new URLSearchParams(credentials),
	});
	const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
	const headers = { cookie: cookie.join('; ') };
	/** Milliseconds until the first byte of an address's answer. */
	const firstByte = async (address: string) => {
		const began = clock();
		const { body, status } = await fetch(origin + address, { headers });
		if (status !== 200) throw new Error(`${address} answers ${status}.`);
		const reader = body?.getReader();
		await reader?.read();
		const time = clock() - began;
		while (reader && !(await reader.read()).done);
		return time;
	};
	const first = await firstByte(`${path}?${teams}`);
	const pages: number[] = [];
	const filters: number[] = [];
	for (let round = 0; round < 10; round += 1) {
		pages.push(await firstByte(`${path}?${teams}`));
		for (const turn of turns) filters.push(await firstByte(`${path}/__data.json?${teams}&${turn}`));
	}
	const [page, filter] = [quantile(pages, 0.95), quantile(filters, 0.95)];
	return [
		{
			name: 'committee page',
			measured: `first byte of 95 of 100 within ${milliseconds(page)} for 2,090 teams; the very first took ${milliseconds(first)}`,
			...{ ratio: page / 300, bar: 1, good: 'atMost' },
		},
		{
			name: 'filter or order of the committee page',
			measured: `95 of 100 within ${milliseconds(filter)}`,
			...{ ratio: filter / 100, bar: 1, good: 'atMost' },
		},
	];
}
