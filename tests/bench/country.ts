import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitByCode } from '../../src/lib/admin-units/home.server';
import { readBrief } from '../../src/lib/brief/read.server';
import { addMonths } from '../../src/lib/contracts/local-time';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { readRanking } from '../../src/lib/ranking/read.server';
import { ensurePeriods, periodByCode } from '../../src/lib/reports/periods/periods.server';
import { openDatabase, type Database } from '../../src/lib/server/db/client';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { startPostgres } from '../database/postgres-server';
import { makeAccount } from '../database/province';
import { fillCountry, fillReports, fillSums } from './country-data';
import { clock, median, milliseconds, type Finding } from './measure';

const size = { provinces: 34, communes: 98, villages: 30 };
const period = '2026-10';
const months = Array.from({ length: 12 }, (_, index) => addMonths(period, index - 11));
const now = new Date('2026-11-05T03:00:00Z');
const rounds = 5;
/** Milliseconds that a page about all communes of the country may be read for. */
const bar = 1500;

/** The ranking of the country's communes, and its brief, after a year of reports. */
export async function country(): Promise<Finding[]> {
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-country-'));
	const server = await startPostgres();
	await server.createDatabase('country');
	try {
		return [
			...(await read('PostgreSQL', { databaseUrl: `${server.url}country`, dataDirectory: folder })),
			...(await read('embedded database', { dataDirectory: folder })),
		];
	} finally {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

async function read(
	engine: string,
	location: Parameters<typeof openDatabase>[0],
): Promise<Finding[]> {
	const handle = await openDatabase(location);
	try {
		await prepareDatabase(handle);
		const { database } = handle;
		const filled = await fill(database);
		const scope = await unitByCode(database, 'VN', `${period}-28`);
		if (!scope) throw new Error('The country was not stored.');
		const actor = await makeAccount(database, 'leader', 'viewer', scope.id);
		const ranked = await periodByCode(database, period, scope.id);
		const pages = {
			ranking: () =>
				readRanking(database, {
					...({ scope, level: 'commune', basis: 'provisional' } as const),
					...{ period: ranked, actor, now },
				}),
			brief: () => readBrief(database, actor, scope, { month: period, now }),
		};
		const findings: Finding[] = [];
		for (const [name, page] of Object.entries(pages)) {
			const times: number[] = [];
			for (let round = 0; round < rounds; round += 1) {
				const began = clock();
				await page();
				times.push(clock() - began);
			}
			const time = median(times.slice(1));
			findings.push({
				name: `country ${name} on ${engine}`,
				measured: `measured ${milliseconds(time)} for ${filled.communes} communes with ${filled.villages} villages and a year of reports, allowed ${milliseconds(bar)}`,
				ratio: time / bar,
				bar: 1,
				good: 'atMost',
			});
		}
		return findings;
	} finally {
		await handle.close();
	}
}

async function fill(database: Database): Promise<{ communes: number; villages: number }> {
	await syncCatalogue(database);
	await ensurePeriods(database, months);
	await fillCountry(database, size);
	const country = await unitByCode(database, 'VN', `${period}-28`);
	const reporter = await makeAccount(database, 'reporter', 'reporter', country?.id ?? 0);
	for (const month of months)
		if (month === months[0] || month === period)
			await fillReports(database, month, reporter.accountId);
		else await fillSums(database, month, size);
	const communes = size.provinces * size.communes;
	return { communes, villages: communes * size.villages };
}
