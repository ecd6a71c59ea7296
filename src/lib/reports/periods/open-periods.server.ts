import { sql } from 'drizzle-orm';
import { addDays, addMonths, localDay, startOfDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { findPeriods } from './periods.server';
import { instant } from '../../server/db/instant';

/** How far from today the deadline of a quarter, a year or an ad hoc report may lie: two months. */
const nearDays = 62;

/**
 * Periods that have begun and are reported now, with the country's deadlines: this month and the last
 * one; of all others those whose deadline isn't far ahead, nor far behind together with their last day.
 * Months first, newest first, then by deadline.
 */
export async function listOpenPeriods(database: Database, now: Date): Promise<Period[]> {
	const today = localDay(now);
	const earliest = addDays(today, -nearDays);
	const latest = addDays(today, nearDays);
	const rows = await queryRows<{ code: string }>(
		database,
		sql`select period.code
			from reporting_period period
			join (select period_id, min(due_at) as first, max(due_at) as last
				from period_due_date group by period_id) due on due.period_id = period.id
			where period.starts_on <= ${today} and case when period.kind = 'month'
				then period.starts_on >= ${`${addMonths(today.slice(0, 7), -1)}-01`}
				else due.first < ${instant(startOfDay(latest))}
					and (due.last >= ${instant(startOfDay(earliest))} or period.ends_on >= ${earliest}) end
			order by period.kind <> 'month', case when period.kind = 'month' then period.starts_on end desc,
				due.first, period.code`,
	);
	const codes = rows.map(({ code }) => code);
	const periods = await findPeriods(database, codes, null);
	return codes.flatMap((code) => periods.get(code) ?? []);
}
