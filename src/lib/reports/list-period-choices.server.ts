import { sql } from 'drizzle-orm';
import { addMonths, localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { parsePeriod, periodsAround } from './deadlines';

/** A period by its name. */
export type PeriodChoice = Pick<Period, 'code' | 'kind' | 'title' | 'startsOn'>;

/** How far back one may report though nobody has made the period yet. */
const monthsBack = 24;

/**
 * Periods that have begun, newest first: the regular ones of the last two years and whatever is older
 * and was made, and ad hoc ones that are asked of these units, or by a unit below them.
 */
export async function listPeriodChoices(
	database: Database,
	now: Date,
	unitIds: readonly number[],
): Promise<PeriodChoice[]> {
	const today = localDay(now);
	const made = await queryRows<PeriodChoice & Record<string, unknown>>(
		database,
		sql`with recursive own as (
			select jsonb_array_elements_text(${JSON.stringify(unitIds)}::jsonb)::int as id
		), line as (
			select unit.id, unit.parent_id from admin_unit unit join own on own.id = unit.id
			union
			select above.id, above.parent_id from line join admin_unit above on above.id = line.parent_id
		), asker as (
			select period.id as period_id, unit.id, unit.parent_id
			from reporting_period period join admin_unit unit on unit.id = period.unit_id
			union
			select asker.period_id, above.id, above.parent_id
			from asker join admin_unit above on above.id = asker.parent_id
		)
		select code, kind, title, starts_on::text as "startsOn" from reporting_period period
		where starts_on <= ${today} and (unit_id is null or unit_id in (select id from line)
			or exists (select from asker join own on own.id = asker.id where asker.period_id = period.id))`,
	);
	const months = Array.from({ length: monthsBack }, (_, index) =>
		addMonths(today.slice(0, 7), -index),
	);
	const regular = months
		.flatMap((month) => periodsAround(`${month}-01`))
		.flatMap((code) => parsePeriod(code) ?? [])
		.map(({ code, kind, startsOn }) => ({ code, kind, startsOn, title: null }));
	const choices = new Map([...regular, ...made].map((choice) => [choice.code, choice]));
	return [...choices.values()].sort(
		(a, b) => b.startsOn.localeCompare(a.startsOn) || a.code.localeCompare(b.code),
	);
}
