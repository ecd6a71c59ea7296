import { sql } from 'drizzle-orm';
import type { Database } from '../../src/lib/server/db/client';

export interface CountrySize {
	provinces: number;
	/** Of each province. */
	communes: number;
	/** Of each commune. */
	villages: number;
}

const array = (value: string) => `array[${Array.from({ length: 9 }, () => value).join(', ')}]`;

/** A country whose villages have a team each, founded on days that differ. */
export async function fillCountry(database: Database, size: CountrySize): Promise<void> {
	await run(
		database,
		`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			values ('VN', 'country', 'quocGia', 'Việt Nam', 'viet nam', null, '2020-01-01')`,
		`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select lpad(number::text, 2, '0'), 'province', 'tinh', 'Tỉnh ' || number, 'tinh ' || number, country.id, '2020-01-01'
			from admin_unit country, generate_series(1, ${size.provinces}) number where country.level = 'country'`,
		`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select province.code || lpad(number::text, 3, '0'), 'commune', 'xa', 'Xã ' || number, 'xa ' || number, province.id, '2020-01-01'
			from admin_unit province, generate_series(1, ${size.communes}) number where province.level = 'province'`,
		`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from)
			select commune.code || '-' || lpad(number::text, 2, '0'), 'village', 'thon', 'Thôn ' || number, 'thon ' || number, commune.id, '2020-01-01'
			from admin_unit commune, generate_series(1, ${size.villages}) number where commune.level = 'commune'`,
		`insert into team (unit_id, name, founded_on)
			select id, 'Tổ ' || code, date '2022-04-15' + id % 500 from admin_unit where level = 'village'`,
	);
}

/** Every village has reported for a month, 60 of 100 households being able, and all sums are there. */
export async function fillReports(
	database: Database,
	period: string,
	reporterId: number,
): Promise<void> {
	const received = `'${period}-20'`;
	const made = `(select id from reporting_period where code = '${period}')`;
	await run(
		database,
		`insert into report (unit_id, period_id, first_received_at, on_time, latest_revision, provisional_revision)
			select unit.id, ${made}, ${received}, true, 1, 1 from admin_unit unit where unit.level = 'village'`,
		`insert into report_revision (report_id, revision, state, submitted_by, received_at, channel, households,
				skill_1, skill_2, skill_3, skill_4, skill_5, all_five, assisted, vneid, service_account)
			select id, 1, 'submitted', ${reporterId}, ${received}, 'api', 100, 60, 60, 60, 60, 60, 60, 0, 100, 60
			from report where period_id = ${made}`,
		`insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
			select unit_id, period_id, 'provisional', ${array('60')}, ${array('100')}, 1, 1, true, ${received}
			from report where period_id = ${made}`,
	);
	await sumUp(database, period);
}

/** The sums of a month alone, as if all villages had reported, which takes a tenth of the time. */
export async function fillSums(
	database: Database,
	period: string,
	{ villages }: CountrySize,
): Promise<void> {
	await run(
		database,
		`insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
			select unit.id, period.id, 'provisional', ${array(String(60 * villages))}, ${array(String(100 * villages))},
				${villages}, ${villages}, false, '${period}-20'
			from admin_unit unit, reporting_period period where unit.level = 'commune' and period.code = '${period}'`,
	);
	await sumUp(database, period, ['province', 'country']);
}

async function sumUp(
	database: Database,
	period: string,
	levels: readonly string[] = ['commune', 'province', 'country'],
): Promise<void> {
	await run(
		database,
		...levels.map(
			(
				level,
			) => `insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
				select unit.id, row.period_id, 'provisional', ${array('sum(row.able[1])::int')}, ${array('sum(row.base[1])::int')},
					sum(row.reports), sum(row.reports_on_time), false, max(row.received_at)
				from admin_unit unit join admin_unit child on child.parent_id = unit.id
				join coverage row on row.unit_id = child.id join reporting_period period on period.id = row.period_id
				where unit.level = '${level}' and period.code = '${period}' group by unit.id, row.period_id`,
		),
		'analyze',
	);
}

async function run(database: Database, ...statements: string[]): Promise<void> {
	for (const statement of statements) await database.execute(sql.raw(statement));
}
