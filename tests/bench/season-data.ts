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
	await visitSome(database, seasonId, actor.accountId);
	return { actor, seasonId, provinceId: province.id };
}

/** Eight households were visited of three villages in ten: without findings nothing is drawn for a sample. */
async function visitSome(database: Database, seasonId: number, by: number): Promise<void> {
	const frame = {
		...{ subject: 'households', level: 'village', day: '2026-06-01' },
		...{ perUnit: 8, diceSides: 6, strata: [] },
	};
	await database.execute(sql`with round as (
			insert into award_check_round (season_id, number, frame, frame_hash, fixed_by, fixed_at, dice, seed, drawn_at)
			values (${seasonId}, 1, ${JSON.stringify(frame)}::jsonb, repeat('0', 64), ${by}, now(), '1', '1', now())
			returning id
		), item as (
			insert into award_check_item (round_id, unit_id, place_id, number, lot)
			select round.id, village.id, village.id, number, number
			from round, admin_unit village, generate_series(1, 8) number
			where village.level = 'village' and village.id % 10 < 3
			returning id, number, unit_id
		)
		insert into award_check_result (item_id, finding, note, channel, visited_on, entered_by, entered_at)
		select id, case when (number + unit_id) % 7 = 3 then 'notAsReported' else 'asReported' end,
			'', 'phone', '2026-06-10', ${by}, now()
		from item`);
	await database.execute(sql`analyze`);
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
