import { sql } from 'drizzle-orm';
import { localDay, monthsSince } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { readConfig } from '../../server/config';
import { queryRows, type Database } from '../../server/db/client';
import { parsePeriod, periodsAround } from './deadlines';
import { idList } from '../../server/db/among';
import { unitsAbove } from '../../server/db/unit-tree';

/** A period by its name. */
export type PeriodChoice = Pick<Period, 'code' | 'kind' | 'title' | 'startsOn'>;

/**
 * Periods that have begun, newest first: the regular ones since the programme's first year,
 * though nobody made them yet, and ad hoc ones that are asked of these units, or by a unit below them.
 */
export async function listPeriodChoices(
	database: Database,
	now: Date,
	unitIds: readonly number[],
): Promise<PeriodChoice[]> {
	const today = localDay(now);
	const made = await queryRows<PeriodChoice & Record<string, unknown>>(
		database,
		sql`select code, kind, title, starts_on::text as "startsOn" from reporting_period period
		where starts_on <= ${today} and (unit_id is null or unit_id in (select id from ${unitsAbove(unitIds)} line)
			or exists (select from ${unitsAbove(sql`(period.unit_id)`)} asker where asker.id in ${idList(unitIds)}))`,
	);
	const months = monthsSince(readConfig().firstYear, today);
	const regular = months
		.flatMap((month) => periodsAround(`${month}-01`))
		.flatMap((code) => parsePeriod(code) ?? [])
		.map(({ code, kind, startsOn }) => ({ code, kind, startsOn, title: null }));
	const choices = new Map([...regular, ...made].map((choice) => [choice.code, choice]));
	return [...choices.values()].sort(
		(a, b) => b.startsOn.localeCompare(a.startsOn) || a.code.localeCompare(b.code),
	);
}
