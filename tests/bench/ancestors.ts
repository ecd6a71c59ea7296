import { ensurePeriods } from '../../src/lib/reports/periods.server';
import { submitReports } from '../../src/lib/reports/submit.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { makeAccount, reportOf } from '../database/province';
import { startPostgres, type PostgresServer } from '../database/postgres-server';
import { openBenchDatabase } from './bench-database';
import { clock, interleave, median, milliseconds, type Finding } from './measure';

const period = '2026-09';
const now = new Date('2026-10-20T03:00:00Z');
const rounds = 200;
const warmUp = 20;

/** Cost of one village's report in a small province and in a whole country, everything reported. */
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
		return [
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

interface Size {
	provinces: number;
	/** Of each province. */
	communes: number;
	/** Of each commune. */
	villages: number;
}

async function makeCountry(server: PostgresServer, name: string, size: Size) {
	const bench = await openBenchDatabase(server, name);
	const { database } = bench.handle;
	await ensurePeriods(database, [period]);
	await bench.client.unsafe(`
		insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			values ('VN', 'country', 'quocGia', 'Việt Nam', 'viet nam', null, '2020-01-01');
		insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select lpad(number::text, 2, '0'), 'province', 'tinh', 'Tỉnh ' || number, 'tinh ' || number, country.id, '2020-01-01'
			from admin_unit country, generate_series(1, ${size.provinces}) number where country.level = 'country';
		insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select province.code || lpad(number::text, 3, '0'), 'commune', 'xa', 'Xã ' || number, 'xa ' || number, province.id, '2020-01-01'
			from admin_unit province, generate_series(1, ${size.communes}) number where province.level = 'province';
		insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select commune.code || '-' || lpad(number::text, 2, '0'), 'village', 'thon', 'Thôn ' || number, 'thon ' || number, commune.id, '2020-01-01'
			from admin_unit commune, generate_series(1, ${size.villages}) number where commune.level = 'commune';
		insert into team (unit_id, name, founded_on)
			select id, 'Tổ ' || code, '2022-04-15' from admin_unit where level = 'village';`);
	const [country] = await bench.client<{ id: number }[]>`
		select id from admin_unit where level = 'country'`;
	const reporter = await makeAccount(database, 'reporter', 'reporter', country?.id ?? 0);
	await reportEverything(bench.client, reporter);
	const villages = size.provinces * size.communes * size.villages;
	const villageCodes = await bench.client<{ code: string }[]>`
		select code from admin_unit where level = 'village' order by md5(code) limit ${rounds}`;
	let turn = 0;
	return {
		villages,
		close: () => bench.close(),
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

type Client = Awaited<ReturnType<typeof openBenchDatabase>>['client'];

/** Every village has reported already, and all sums are there. */
async function reportEverything(client: Client, reporter: Actor): Promise<void> {
	const array = (value: string) => `array[${Array.from({ length: 9 }, () => value).join(', ')}]`;
	const up = (level: string, below: string) => `
		insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
		select unit.id, row.period_id, 'provisional', ${array('sum(row.able[1])::int')}, ${array('sum(row.base[1])::int')},
			sum(row.reports), sum(row.reports_on_time), false, max(row.received_at)
		from admin_unit unit join admin_unit child on child.parent_id = unit.id and child.level = '${below}'
		join coverage row on row.unit_id = child.id
		where unit.level = '${level}' group by unit.id, row.period_id;`;
	await client.unsafe(`
		insert into report (unit_id, period_id, first_received_at, on_time, latest_revision, provisional_revision)
			select unit.id, period.id, '2026-09-20', true, 1, 1
			from admin_unit unit, reporting_period period where unit.level = 'village';
		insert into report_revision (report_id, revision, state, submitted_by, received_at, channel, households,
				skill_1, skill_2, skill_3, skill_4, skill_5, all_five, assisted, vneid, service_account)
			select id, 1, 'submitted', ${reporter.accountId}, '2026-09-20', 'api', 100, 60, 60, 60, 60, 60, 60, 0, 100, 60
			from report;
		insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
			select unit_id, period_id, 'provisional', ${array('60')}, ${array('100')}, 1, 1, true, '2026-09-20' from report;
		${up('commune', 'village')} ${up('province', 'commune')} ${up('country', 'province')}
		analyze;`);
}
