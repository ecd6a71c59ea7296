import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { readConfig } from '../../server/config';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { reportingPeriod } from '../../server/db/schema';
import { parsePeriod } from '../periods/deadlines';
import { findPeriods, makePeriods } from '../periods/periods.server';
import type { ReportInput } from '../schemas';
import { readTerms, termsOf, type Terms } from '../periods/terms.server';
import { isValidOn, standsOn, unitsAbove } from '../../server/db/unit-tree';

/** The unit that a report is about, as valid on the last day of its period. */
export interface ReportUnit {
	id: number;
	code: string;
	level: UnitLevel;
	kind: UnitKind;
	/** The grant on it or above it that lets the actor act: their own if there is one. */
	granted: Actor['grants'][number] | undefined;
	/** Whether what it lies in stands as well: a village ends with its commune. */
	stands: boolean;
	/** Whether the period is asked of it; an ad hoc one is asked of those below one unit. */
	asked: boolean;
	terms: Terms;
}

export interface IntakeContext {
	/** Only periods that have begun. */
	periods: Map<string, Period>;
	/** Those that nobody had made yet: whoever opens them forgets what nothing was accepted for. */
	unmade: string[];
	/** By `unitKey(code, period)`. */
	units: Map<string, ReportUnit>;
}

export const unitKey = (code: string, period: string) => `${code}@${period}` as const;

interface FoundUnit extends Record<string, unknown> {
	id: number;
	code: string;
	period: string;
	level: UnitLevel;
	kind: UnitKind;
	stands: boolean;
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
	const codes = [...new Set(reports.map(({ period }) => period))];
	const { periods, unmade } = await readBegun(database, codes, now);
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
	const units = found.flatMap(({ id, code, level, kind, stands, path, period: periodCode }) => {
		const period = periods.get(periodCode);
		if (!period) return [];
		const asker = askers.get(period.id);
		const unit: ReportUnit = {
			id,
			code,
			level,
			kind,
			stands,
			granted: grants.find(({ unitId }) => path.includes(unitId)),
			asked: asker === undefined || path.includes(asker),
			terms: termsOf(terms, period, level, path),
		};
		return [[unitKey(code, periodCode), unit] as const];
	});
	return { periods, unmade, units: new Map(units) };
}

async function readBegun(
	database: Database,
	codes: readonly string[],
	now: Date,
): Promise<Pick<IntakeContext, 'periods' | 'unmade'>> {
	const today = localDay(now);
	const { firstYear } = readConfig();
	const asked = codes.filter((code) => {
		const span = parsePeriod(code);
		return span === undefined || (span.startsOn <= today && code >= String(firstYear));
	});
	const found = await findPeriods(database, asked, null);
	const missing = [...found.values()].filter(({ id }) => id === 0);
	const unmade = await makePeriods(
		database,
		missing.map(({ code }) => code),
	);
	const periods = missing.length === 0 ? found : await findPeriods(database, asked, null);
	return {
		unmade,
		periods: new Map([...periods].filter(([, { startsOn }]) => startsOn <= today)),
	};
}

function findUnits(
	database: Database,
	wanted: readonly { code: string; period: string; day: string }[],
): Promise<FoundUnit[]> {
	if (wanted.length === 0) return Promise.resolve([]);
	return queryRows<FoundUnit>(
		database,
		sql`with wanted as (
			select distinct key.code, key.period, unit.id, unit.level, unit.kind,
				${standsOn('unit', 'parent', sql`key.day`)} as stands
			from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as key (code text, period text, day date)
			join admin_unit unit on unit.code = key.code
				and ${isValidOn('unit', sql`key.day`)}
			left join admin_unit parent on parent.id = unit.parent_id
		), path as (
			select start_id as unit_id, jsonb_agg(id order by depth) as path
			from ${unitsAbove(sql`(select id from wanted)`)} line group by start_id
		)
		select wanted.code, wanted.period, wanted.id, wanted.level, wanted.kind, wanted.stands, path.path
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
		.where(among(reportingPeriod.id, ids));
	return new Map(rows.flatMap(({ id, unitId }) => (unitId === null ? [] : [[id, unitId]])));
}
