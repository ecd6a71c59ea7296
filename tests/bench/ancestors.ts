import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { makeAccount, reportOf } from '../database/province';
import { startPostgres, type PostgresServer } from '../database/postgres-server';
import { openBenchDatabase } from './bench-database';
import { fillCountry, fillReports, type CountrySize } from './country-data';
import { clock, interleave, median, milliseconds, type Finding } from './measure';

const period = '2026-09';
const now = new Date('2026-10-20T03:00:00Z');
const rounds = 200;
const warmUp = 20;

/**
 * Cost of one village's report in a small province and in a whole country, everything reported; and
 * of approving a correction in a commune whose villages are all approved, some of them withheld.
 */
export async function ancestors(): Promise<Finding[]> {
	const server = await startPostgres();
	const small = await makeCountry(server, 'small', { provinces: 1, communes: 33, villages: 30 });
	const large = await makeCountry(server, 'large', { provinces: 34, communes: 98, villages: 30 });
	try {
		const [inLarge, inSmall] = await interleave(
			rounds,
			() => large.report(),
			() => small.report(),
		);
		const [costInLarge, costInSmall] = [inLarge, inSmall].map((times) =>
			median(times.slice(warmUp)),
		);
		if (costInLarge === undefined || costInSmall === undefined)
			throw new Error('Nothing was measured.');
		const [approvedInLarge, approvedInSmall] = await interleave(
			rounds,
			() => large.approval(),
			() => small.approval(),
		);
		const approval = {
			large: median(approvedInLarge.slice(warmUp)),
			small: median(approvedInSmall.slice(warmUp)),
		};
		return [
			{
				name: 'approval',
				measured: `measured ${milliseconds(approval.large)} for approving one village's correction among ${large.villages} villages, ${milliseconds(approval.small)} among ${small.villages}`,
				ratio: approval.large / approval.small,
				bar: 2,
				good: 'atMost',
			},
			{
				name: 'ancestors',
				measured: `measured ${milliseconds(costInLarge)} for one village's report among ${large.villages} villages, ${milliseconds(costInSmall)} among ${small.villages}`,
				ratio: costInLarge / costInSmall,
				bar: 2,
				good: 'atMost',
			},
		];
	} finally {
		await small.close();
		await large.close();
		await server.stop();
	}
}

async function makeCountry(server: PostgresServer, name: string, size: CountrySize) {
	const bench = await openBenchDatabase(server, name);
	const { database } = bench.handle;
	await ensurePeriods(database, [period]);
	await fillCountry(database, size);
	const [country] = await bench.client<{ id: number }[]>`
		select id from admin_unit where level = 'country'`;
	const reporter = await makeAccount(database, 'reporter', 'reporter', country?.id ?? 0);
	await fillReports(database, period, reporter.accountId);
	const approver = await makeAccount(database, 'approver', 'approver', country?.id ?? 0);
	const commune = await bench.client<{ code: string }[]>`
		select village.code from admin_unit village join admin_unit commune on commune.id = village.parent_id
		where commune.code = '01001' order by village.code`;
	const revisions = new Map<string, number>();
	const enter = async (codes: readonly string[], able: (index: number) => number) => {
		const inputs = codes.map((code, index) => ({
			...reportOf(code, period, able(index), 100),
			reason: 'counted again',
		}));
		const results = await submitReports(database, reporter, inputs, { channel: 'api', now });
		for (const result of results) {
			if (result.status !== 'accepted') throw new Error(JSON.stringify(result));
			revisions.set(result.unit, result.revision);
		}
	};
	const approve = async (codes: readonly string[]) => {
		const decided = await decideReports(
			database,
			approver,
			codes.map((unit) => ({
				unit,
				period,
				revision: revisions.get(unit) ?? 0,
				decision: 'approve' as const,
				comment: '',
			})),
			now,
		);
		if (decided.some(({ status }) => status !== 'done')) throw new Error(JSON.stringify(decided));
	};
	const communeCodes = commune.map(({ code }) => code);
	await enter(communeCodes, (index) => (index % 5 === 0 ? 3 : 40 + index));
	await approve(communeCodes);
	const villages = size.provinces * size.communes * size.villages;
	const villageCodes = await bench.client<{ code: string }[]>`
		select code from admin_unit where level = 'village' order by md5(code) limit ${rounds}`;
	let turn = 0;
	return {
		villages,
		close: () => bench.close(),
		/** @returns milliseconds for approving one correction of one village. */
		async approval(): Promise<number> {
			turn += 1;
			const code = communeCodes[turn % communeCodes.length] ?? '';
			await enter([code], () => 40 + (turn % 50));
			const began = clock();
			await approve([code]);
			return clock() - began;
		},
		/** @returns milliseconds for one correction of one village. */
		async report(): Promise<number> {
			const code = villageCodes[turn % villageCodes.length]?.code ?? '';
			turn += 1;
			const input = { ...reportOf(code, period, 40 + (turn % 50), 100), reason: 'counted again' };
			const began = clock();
			const options = { channel: 'api', now } as const;
			const [result] = await submitReports(database, reporter, [input], options);
			const time = clock() - began;
			if (result?.status !== 'accepted') throw new Error(JSON.stringify(result));
			return time;
		},
	};
}
