import { sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import type { UnitLevel } from '../contracts/admin-units';
import { parsePeriod } from './deadlines';
import { ensurePeriods } from './periods.server';
import type { ReportInput } from './schemas';

/** The unit that a report is about, as valid on the last day of its period. */
export interface ReportUnit extends Record<string, unknown> {
	id: number;
	code: string;
	level: UnitLevel;
	/** Some unit at or above it on which the actor holds one of the asked roles. */
	granted: boolean;
}

export interface IntakeContext {
	/** Only periods that have begun. */
	periods: Map<string, Period>;
	/** By `unitKey(code, period)`. */
	units: Map<string, ReportUnit>;
}

export const unitKey = (code: string, period: string) => `${code}@${period}`;

/** Looks up in three queries what a whole batch refers to. */
export async function readIntakeContext(
	database: Database,
	actor: Actor,
	reports: readonly Pick<ReportInput, 'unit' | 'period'>[],
	roles: readonly Actor['grants'][number]['role'][],
	now: Date,
): Promise<IntakeContext> {
	const today = localDay(now);
	const begun = [...new Set(reports.map(({ period }) => period))].filter(
		(code) => (parsePeriod(code)?.startsOn ?? '9999') <= today,
	);
	const periods = await ensurePeriods(database, begun);
	const wanted = reports.flatMap(({ unit, period }) => {
		const span = periods.get(period);
		return span ? [{ code: unit, period, day: span.endsOn }] : [];
	});
	const grantedUnits = actor.grants
		.filter(({ role }) => roles.includes(role))
		.map(({ unitId }) => unitId);
	const rows = await queryRows<ReportUnit & { period: string }>(
		database,
		sql`with recursive wanted as (
			select distinct key.code, key.period, unit.id, unit.level
			from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as key (code text, period text, day date)
			join admin_unit unit on unit.code = key.code
				and unit.valid_from <= key.day and (unit.valid_to is null or unit.valid_to > key.day)
		), line as (
			select distinct id as unit_id, id as ancestor_id from wanted
			union
			select line.unit_id, unit.parent_id
			from line join admin_unit unit on unit.id = line.ancestor_id
			where unit.parent_id is not null
		), granted as (
			select distinct unit_id from line
			where ancestor_id = any(array(select jsonb_array_elements_text(${JSON.stringify(grantedUnits)}::jsonb)::int))
		)
		select wanted.code, wanted.period, wanted.id, wanted.level, granted.unit_id is not null as granted
		from wanted left join granted on granted.unit_id = wanted.id`,
	);
	return { periods, units: new Map(rows.map((row) => [unitKey(row.code, row.period), row])) };
}
