import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type postgres from 'postgres';
import { addMonths } from '../../src/lib/contracts/local-time';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { startPostgres } from '../database/postgres-server';
import { makeProvince, reportOf } from '../database/province';
import { openBenchDatabase } from './bench-database';
import { clock, median, milliseconds, type Finding } from './measure';

const communes = 50;
const villages = 20;
const batches = 12;
const now = new Date('2026-10-20T03:00:00Z');
/** Parents before children, as their keys demand. */
const tables = ['report', 'report_revision', 'report_value', 'coverage', 'change_log'];

/**
 * Batches of 1,000 reports through the product, each followed by PostgreSQL's own COPY of exactly the
 * rows that came of it, into the same tables of a database that has everything else.
 */
export async function intake(): Promise<Finding[]> {
	const server = await startPostgres();
	const ours = await openBenchDatabase(server, 'ours');
	const { database } = ours.handle;
	const province = await makeProvince(database, { communes, villages });
	const codes = Array.from({ length: batches }, (_, back) => addMonths('2026-09', -back)).reverse();
	await ensurePeriods(database, codes);
	await ours.close();
	const theirs = await openBenchDatabase(server, 'theirs', 'ours');
	const again = await openBenchDatabase(server, 'again', 'ours');
	try {
		const times = { intake: [] as number[], copy: [] as number[] };
		let rows = 0;
		for (const [index, period] of codes.entries()) {
			const inputs = province.communes.flatMap((commune) =>
				commune.villages.map(({ code }) => ({
					...reportOf(code, period, 60 + index, 100),
					values: [
						{ indicator: 'outreachSessions', value: 3 },
						{ indicator: 'leaflets', value: 120 },
					],
				})),
			);
			const before = await lastRows(again.client);
			const began = clock();
			const results = await submitReports(again.handle.database, province.reporter, inputs, {
				channel: 'api',
				now,
			});
			times.intake.push(clock() - began);
			const refused = results.find(({ status }) => status === 'rejected');
			if (refused) throw new Error(JSON.stringify(refused));

			const dump = await dumpSince(again.client, before);
			rows = dump.reduce((sum, { lines }) => sum + lines, 0);
			times.copy.push(await copyIn(theirs.client, dump));
		}
		// The first batches pay for compiling and for cold caches.
		const [intakeTime, copyTime] = [times.intake, times.copy].map((all) => median(all.slice(2)));
		if (intakeTime === undefined || copyTime === undefined)
			throw new Error('Nothing was measured.');
		const reports = communes * villages;
		return [
			{
				name: 'intake',
				measured: `measured ${milliseconds(intakeTime)} for a batch of ${reports} reports (${Math.round((reports / intakeTime) * 1000)} reports/s), COPY of its ${rows} rows ${milliseconds(copyTime)}`,
				ratio: copyTime / intakeTime,
				bar: 0.25,
				good: 'atLeast',
			},
		];
	} finally {
		await theirs.close();
		await again.close();
		await server.stop();
	}
}

interface Position {
	report: number;
	change: number;
}

async function lastRows(client: postgres.Sql): Promise<Position> {
	const [row] = await client<Position[]>`
		select (select coalesce(max(id), 0) from report) as report,
			(select last_number::int from change_counter) as change`;
	if (!row) throw new Error('The database has no change counter.');
	return row;
}

/** The rows that came after a position, as COPY writes them. */
async function dumpSince(client: postgres.Sql, { report, change }: Position) {
	const dump = [];
	const conditions: Record<string, string> = {
		report: `id > ${report}`,
		report_revision: `report_id > ${report}`,
		report_value: `report_id > ${report}`,
		coverage: `(unit_id, period_id) in (
			select (payload->>'unitId')::int, (payload->>'periodId')::int from change_log where number > ${change})`,
		change_log: `number > ${change}`,
	};
	// By way of a file of the server's, next to its own.
	const [place] = await client<{ data_directory: string }[]>`show data_directory`;
	const file = join(place?.data_directory ?? '', 'bench.copy');
	for (const table of tables) {
		await client.unsafe(`copy (select * from ${table} where ${conditions[table]}) to '${file}'`);
		const data = await readFile(file);
		dump.push({ table, data, lines: data.reduce((sum, byte) => sum + Number(byte === 10), 0) });
	}
	return dump;
}

/** @returns milliseconds for all tables in one transaction, its commit included. */
async function copyIn(client: postgres.Sql, dump: { table: string; data: Buffer }[]) {
	const began = clock();
	await client.begin(async (transaction) => {
		for (const { table, data } of dump) {
			const stream = await transaction.unsafe(`copy ${table} from stdin`).writable();
			await pipeline(Readable.from([data]), stream);
		}
	});
	return clock() - began;
}
