import { sql } from 'drizzle-orm';
import type { Basis, UnitStatus } from '../contracts/coverage';
import { addMonths } from '../contracts/local-time';
import { timelinessOf } from '../contracts/timeliness';
import type { Period } from '../contracts/reports';
import { requirements, type RequiredReports } from '../coverage/required.server';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import type { RankingLevel } from './units.server';
import { instant } from '../server/db/instant';

/** Months of one unit: how many a report was due in, and in how many it came on time. */
export interface Punctuality {
	due: number;
	onTime: number;
}

export interface PunctualityRequest {
	unitIds: readonly number[];
	level: RankingLevel;
	/** Those that `countedMonths` gives. */
	months: readonly Period[];
	/** What is required in them, by period and unit. */
	required: ReadonlyMap<number, ReadonlyMap<number, RequiredReports>>;
	/** `approved` leaves out what came on time and nobody has approved yet. */
	basis: Basis;
	now: Date;
}

const monthsCounted = 12;

/**
 * The twelve months up to `until`, of those that have begun. Months before the very first report count
 * for nobody: reporting had not begun.
 */
export async function countedMonths(
	database: Database,
	months: readonly Period[],
	until: Period,
): Promise<Period[]> {
	const earliest = addMonths(until.code, 1 - monthsCounted);
	const begun = await firstReportedMonth(database);
	return months.filter(
		({ code }) => begun !== null && code >= begun && code >= earliest && code <= until.code,
	);
}

/** Of these months those whose deadline has passed for the level, and the reports that came on time. */
export async function readPunctuality(
	database: Database,
	request: PunctualityRequest,
): Promise<Map<number, Punctuality>> {
	const { unitIds, level, months } = request;
	if (unitIds.length === 0 || months.length === 0) return new Map();
	return level === 'village' ? ofVillages(database, request) : ofCommunes(database, request);
}

async function firstReportedMonth(database: Database): Promise<string | null> {
	const [row] = await queryRows<{ code: string | null }>(
		database,
		sql`select min(period.code) as code from reporting_period period
			where period.kind = 'month' and exists (select from report where report.period_id = period.id)`,
	);
	return row?.code ?? null;
}

/** A village's report stands for itself: no other is looked at. */
async function ofVillages(
	database: Database,
	{ unitIds, months, basis, now }: PunctualityRequest,
): Promise<Map<number, Punctuality>> {
	const counts = basis === 'approved' ? sql`and report.approved_revision is not null` : sql``;
	const rows = await queryRows<{ id: number } & Punctuality & Record<string, unknown>>(
		database,
		sql`select asked.unit_id as id, count(*)::int as due,
				count(*) filter (where report.on_time ${counts})::int as "onTime"
			from ${requirements(idList(unitIds), months)} asked
			left join report on report.unit_id = asked.unit_id and report.period_id = asked.period_id
			where asked.required and asked.due_at <= ${instant(now)}
			group by asked.unit_id`,
	);
	return new Map(rows.map(({ id, due, onTime }) => [id, { due, onTime }]));
}

async function ofCommunes(
	database: Database,
	{ unitIds, months, required: requiredIn, basis, now }: PunctualityRequest,
): Promise<Map<number, Punctuality>> {
	const received = await readReceived(database, unitIds, months, basis);
	const result = new Map<number, Punctuality>();
	for (const period of months)
		for (const [unitId, required] of requiredIn.get(period.id) ?? []) {
			if (required.reportsRequired === 0 || new Date(required.due) > now) continue;
			const status = received.get(period.id)?.get(unitId);
			const timeliness = timelinessOf({ level: 'commune', ...required }, status, period, now);
			const sum = result.get(unitId) ?? { due: 0, onTime: 0 };
			const onTime = sum.onTime + (timeliness === 'onTime' ? 1 : 0);
			result.set(unitId, { due: sum.due + 1, onTime });
		}
	return result;
}

/**
 * What came in of each unit, by month. A month comes in one text: a row for each unit would take longer than
 * all the rest.
 */
async function readReceived(
	database: Database,
	unitIds: readonly number[],
	months: readonly Period[],
	basis: Basis,
): Promise<Map<number, Map<number, UnitStatus>>> {
	const rows = await queryRows<{ periodId: number; statuses: UnitStatus[] }>(
		database,
		sql`select period_id as "periodId", json_agg(json_build_object(
				'unitId', unit_id, 'reports', reports, 'reportsOnTime', reports_on_time,
				'ownReport', own_report, 'receivedAt', received_at)) as statuses
			from coverage
			where period_id in ${idList(months.map(({ id }) => id))} and unit_id in ${idList(unitIds)}
				and basis = ${basis}
			group by period_id`,
	);
	return new Map(
		rows.map(({ periodId, statuses }) => [
			periodId,
			new Map(statuses.map((status) => [status.unitId, status])),
		]),
	);
}
