import { inArray, sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { UnitLevel } from '../contracts/admin-units';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { reportingPeriod } from '../server/db/schema';
import { parsePeriod } from './deadlines';
import { ensurePeriods, findPeriods } from './periods.server';
import type { ReportInput } from './schemas';
import { readTerms, termsOf, type Terms } from './terms.server';

/** The unit that a report is about, as valid on the last day of its period. */
export interface ReportUnit {
	id: number;
	code: string;
	level: UnitLevel;
	/** The grant on it or above it that lets the actor act: their own if there is one. */
	granted: Actor['grants'][number] | undefined;
	/** Whether the period is asked of it; an ad hoc one is asked of those below one unit. */
	asked: boolean;
	terms: Terms;
}

export interface IntakeContext {
	/** Only periods that have begun. */
	periods: Map<string, Period>;
	/** By `unitKey(code, period)`. */
	units: Map<string, ReportUnit>;
}

export const unitKey = (code: string, period: string) => `${code}@${period}`;

interface FoundUnit extends Record<string, unknown> {
	id: number;
	code: string;
	period: string;
	level: UnitLevel;
	/** Ids of the unit and everything above it, nearest first. */
	path: number[];
}

/** Looks up in a few queries what a whole batch refers to. */
export async function readIntakeContext(
	database: Database,
	actor: Actor,
	reports: readonly Pick<ReportInput, 'unit' | 'period'>[],
	roles: readonly Actor['grants'][number]['role'][],
	now: Date,
): Promise<IntakeContext> {
	const periods = await readBegun(database, [...new Set(reports.map(({ period }) => period))], now);
	const found = await findUnits(
		database,
		reports.flatMap(({ unit, period }) => {
			const span = periods.get(period);
			return span ? [{ code: unit, period, day: span.endsOn }] : [];
		}),
	);
	const grants = actor.grants
		.filter(({ role }) => roles.includes(role))
		.sort((a, b) => Number(a.onBehalfOf !== undefined) - Number(b.onBehalfOf !== undefined));
	const terms = await readTerms(database, [...periods.values()], now);
	const askers = await readAskers(database, [...periods.values()]);
	const units = found.flatMap(({ id, code, level, path, period: periodCode }) => {
		const period = periods.get(periodCode);
		if (!period) return [];
		const asker = askers.get(period.id);
		const unit: ReportUnit = {
			id,
			code,
			level,
			granted: grants.find(({ unitId }) => path.includes(unitId)),
			asked: asker === undefined || path.includes(asker),
			terms: termsOf(terms, period, level, path),
		};
		return [[unitKey(code, periodCode), unit] as const];
	});
	return { periods, units: new Map(units) };
}

/** Regular periods are made as they are needed; an ad hoc one has to be there. */
async function readBegun(
	database: Database,
	codes: readonly string[],
	now: Date,
): Promise<Map<string, Period>> {
	const today = localDay(now);
	const regular = codes.filter((code) => (parsePeriod(code)?.startsOn ?? '9999') <= today);
	const adHoc = codes.filter((code) => parsePeriod(code) === undefined);
	const found = [...(await findPeriods(database, adHoc))].filter(
		([, { startsOn }]) => startsOn <= today,
	);
	return new Map([...(await ensurePeriods(database, regular)), ...found]);
}

function findUnits(
	database: Database,
	wanted: readonly { code: string; period: string; day: string }[],
): Promise<FoundUnit[]> {
	if (wanted.length === 0) return Promise.resolve([]);
	return queryRows<FoundUnit>(
		database,
		sql`with recursive wanted as (
			select distinct key.code, key.period, unit.id, unit.level
			from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as key (code text, period text, day date)
			join admin_unit unit on unit.code = key.code
				and unit.valid_from <= key.day and (unit.valid_to is null or unit.valid_to > key.day)
		), line as (
			select distinct id as unit_id, id as ancestor_id, 0 as depth from wanted
			union all
			select line.unit_id, unit.parent_id, line.depth + 1
			from line join admin_unit unit on unit.id = line.ancestor_id
			where unit.parent_id is not null
		), path as (
			select unit_id, jsonb_agg(ancestor_id order by depth) as path from line group by unit_id
		)
		select wanted.code, wanted.period, wanted.id, wanted.level, path.path
		from wanted join path on path.unit_id = wanted.id`,
	);
}

/** Which unit asks for each ad hoc period, by the period's id. */
export async function readAskers(
	database: Database,
	periods: readonly Period[],
): Promise<Map<number, number>> {
	const ids = periods.filter(({ kind }) => kind === 'adHoc').map(({ id }) => id);
	if (ids.length === 0) return new Map();
	const rows = await database
		.select({ id: reportingPeriod.id, unitId: reportingPeriod.unitId })
		.from(reportingPeriod)
		.where(inArray(reportingPeriod.id, ids));
	return new Map(rows.flatMap(({ id, unitId }) => (unitId === null ? [] : [[id, unitId]])));
}
