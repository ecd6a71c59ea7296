import { sql } from 'drizzle-orm';
import { draftCriteria } from '../../src/lib/awards/criteria/draft.server';
import { forceCriteria, signCriteria } from '../../src/lib/awards/criteria/sign.server';
import { openSeason } from '../../src/lib/awards/season/open.server';
import { readCategories } from '../../src/lib/awards/season/read.server';
import { addMonths } from '../../src/lib/contracts/local-time';
import { publishStoredReports } from '../../src/lib/coverage/publish-stored.server';
import { recordStored } from '../../src/lib/coverage/record/record-stored.server';
import { ensurePeriods } from '../../src/lib/reports/periods/periods.server';
import { queryRows, type Database } from '../../src/lib/server/db/client';
import { makeAccount } from '../database/province';
import { fillCountry, fillReports } from './country-data';

const months = Array.from({ length: 24 }, (_, index) => addMonths('2024-07', index));
const before = new Date('2024-06-15T03:00:00Z');

/** A province of 209 communes and 2,090 teams, 24 approved months, and a season whose criteria are in force. */
export async function fillSeason(database: Database) {
	await fillCountry(database, { provinces: 1, communes: 209, villages: 10 });
	const [province] = await queryRows<{ id: number }>(
		database,
		sql`select id from admin_unit where level = 'province'`,
	);
	if (!province) throw new Error('The province is missing.');
	const actor = await makeAccount(database, 'bench-committee', 'committee', province.id);
	const other = await makeAccount(database, 'bench-other', 'administrator', province.id);
	await ensurePeriods(database, months);
	for (const month of months) await fillReports(database, month, actor.accountId);
	await approveAll(database);
	await publishStoredReports(database);
	await recordStored(database);
	const seasonId = await openSeason(
		database,
		other,
		{
			...{ unitId: province.id, year: 2026, name: 'Xét tặng năm 2026', basis: 'Hướng dẫn 01' },
			...{ countsFrom: '2024-07-01', countsUntil: '2026-06-30' },
			categories: [
				{ kind: 'commune', name: 'Xã tiêu biểu', quota: 20 },
				{ kind: 'villageTeam', name: 'Tổ tiêu biểu', quota: 100 },
			],
		},
		before,
	);
	for (const { id: categoryId } of await readCategories(database, seasonId)) {
		const versionId = await draftCriteria(database, actor, { seasonId, categoryId }, before);
		await signCriteria(database, actor, { seasonId, versionId }, before);
		await forceCriteria(database, other, { seasonId, versionId }, before);
	}
	return { actor, seasonId, provinceId: province.id };
}

/** Everything that came in is approved, and units differ from one another; what of it is public comes after. */
async function approveAll(database: Database): Promise<void> {
	for (const statement of [
		`update report_revision set state = 'approved', decided_at = received_at,
			all_five = 30 + report_id % 60, assisted = report_id % 20`,
		`update report set approved_revision = 1`,
		`insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
			select unit_id, period_id, 'approved',
				array(select least(base[1], able * (60 + unit_id % 40) / 60) from unnest(able) able),
				base, reports, reports_on_time, own_report, received_at
			from coverage where basis = 'provisional'`,
		'analyze',
	])
		await database.execute(sql.raw(statement));
}
