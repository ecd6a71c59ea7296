import { sql } from 'drizzle-orm';
import { addMonths, localDay } from '../contracts/local-time';
import { dueAt, timelinessOf } from '../contracts/timeliness';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import type { RankingLevel } from './units.server';

/** Months of one unit: how many a report was due in, and in how many it came on time. */
export interface Punctuality {
	due: number;
	onTime: number;
}

export interface PunctualityRequest {
	unitIds: readonly number[];
	level: RankingLevel;
	until: Period;
	/** Those that have begun. */
	months: readonly Period[];
	now: Date;
}

const monthsCounted = 12;

/**
 * Of the twelve months up to `until` those whose deadline has passed for the level. Months before the
 * very first report count for nobody: reporting had not begun.
 */
export async function readPunctuality(
	database: Database,
	{ unitIds, level, until, months, now }: PunctualityRequest,
): Promise<Map<number, Punctuality>> {
	const earliest = addMonths(until.code, 1 - monthsCounted);
	const begun = await firstReportedMonth(database);
	const due = months.filter(
		(month) =>
			begun !== null &&
			month.code >= begun &&
			month.code >= earliest &&
			month.code <= until.code &&
			dueAt(month, level) <= now,
	);
	if (unitIds.length === 0 || due.length === 0) return new Map();
	return level === 'village'
		? ofVillages(database, unitIds, due)
		: ofCommunes(database, unitIds, due, now);
}

async function firstReportedMonth(database: Database): Promise<string | null> {
	const [row] = await queryRows<{ code: string | null }>(
		database,
		sql`select min(period.code) as code from reporting_period period
			where period.kind = 'month' and exists (select from report where report.period_id = period.id)`,
	);
	return row?.code ?? null;
}

const idList = (ids: readonly number[]) =>
	sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::int as id)`;

/** A table of periods: their id, last day, and the day on which a village must have a team to report. */
const periodTable = (periods: readonly Period[]) => {
	const rows = periods.map(({ id, endsOn, due }) => ({
		id,
		endsOn,
		teamDay: localDay(new Date(due.village)),
	}));
	return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		as period (id int, "endsOn" date, "teamDay" date)`;
};

async function ofVillages(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Period[],
): Promise<Map<number, Punctuality>> {
	const rows = await queryRows<{ id: number; due: number; onTime: number }>(
		database,
		sql`select unit.id, count(distinct period.id)::int as due,
				count(distinct period.id) filter (where report.on_time)::int as "onTime"
			from ${idList(unitIds)} unit
			join team on team.unit_id = unit.id
			join ${periodTable(periods)} on team.founded_on <= period."teamDay"
				and (team.closed_on is null or team.closed_on > period."teamDay")
			left join report on report.unit_id = unit.id and report.period_id = period.id
			group by unit.id`,
	);
	return new Map(rows.map(({ id, due, onTime }) => [id, { due, onTime }]));
}

async function ofCommunes(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Period[],
	now: Date,
): Promise<Map<number, Punctuality>> {
	const rows = await queryRows<{
		unitId: number;
		periodId: number;
		required: number;
		reports: number | null;
		reportsOnTime: number | null;
		ownReport: boolean | null;
		receivedAt: string | null;
	}>(
		database,
		sql`select unit.id as "unitId", period.id as "periodId",
				greatest(count(distinct village.id), 1)::int as required,
				received.reports, received.reports_on_time as "reportsOnTime",
				received.own_report as "ownReport", received.received_at::text as "receivedAt"
			from ${idList(unitIds)} unit
			join admin_unit commune on commune.id = unit.id
			join ${periodTable(periods)} on commune.valid_from <= period."endsOn"
				and (commune.valid_to is null or commune.valid_to > period."endsOn")
			left join (admin_unit village join team on team.unit_id = village.id)
				on village.parent_id = commune.id
				and village.valid_from <= period."endsOn"
				and (village.valid_to is null or village.valid_to > period."endsOn")
				and team.founded_on <= period."teamDay"
				and (team.closed_on is null or team.closed_on > period."teamDay")
			left join coverage received on received.unit_id = commune.id
				and received.period_id = period.id and received.basis = 'provisional'
			group by 1, 2, 4, 5, 6, 7`,
	);
	const byId = new Map(periods.map((period) => [period.id, period]));
	const result = new Map<number, Punctuality>();
	for (const { unitId, periodId, required, ...received } of rows) {
		const period = byId.get(periodId);
		if (!period) continue;
		const status = {
			unitId,
			reports: received.reports ?? 0,
			reportsOnTime: received.reportsOnTime ?? 0,
			ownReport: received.ownReport ?? false,
			receivedAt: received.receivedAt,
		};
		const unit = { level: 'commune', reportsRequired: required } as const;
		const onTime = timelinessOf(unit, status, period, now) === 'onTime' ? 1 : 0;
		const sum = result.get(unitId) ?? { due: 0, onTime: 0 };
		result.set(unitId, { due: sum.due + 1, onTime: sum.onTime + onTime });
	}
	return result;
}
