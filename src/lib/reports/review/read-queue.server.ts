import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { readRegisters } from '../../coverage/registers.server';
import { isCumulative } from '../../indicators/rules.server';
import { queryRows, type Database } from '../../server/db/client';
import { readEarlierReports } from '../intake/earlier-reports.server';
import { householdSkillsOf, indicatorValuesOf } from '../intake/stored-figures.server';
import { readWarningFacts } from '../intake/warning-facts.server';
import { warnOf } from '../intake/warnings';
import type { HouseholdSkills, IndicatorValue } from '../schemas';
import type { Queue, QueuedReport } from './queue';
import { exceedsRegister, shareOf } from './share';
import { decides, queueOrder, waitingReports } from './waiting.server';

/** Codes of those that a warning of a page is about. */
export const warnedIndicators = (queue: Queue | null): Set<string> =>
	new Set(
		queue?.reports.flatMap(({ warnings }) =>
			warnings.map(({ field }) => field.replace('values.', '')),
		),
	);

export interface QueueQuery {
	/** Code; null: all periods. */
	period: string | null;
	page: number;
	pageSize: number;
}

interface Line extends Pick<
	QueuedReport,
	'code' | 'kind' | 'name' | 'parentName' | 'period' | 'revision' | 'receivedAt' | 'onTime'
> {
	unitId: number;
	periodId: number;
	endsOn: string;
	householdSkills: HouseholdSkills;
	values: IndicatorValue[];
}

/**
 * All that the actor may decide on, of all periods, page by page: what is compared and looked up is
 * bounded by the page. A page beyond the last one is the last one. Null for whoever decides on nothing.
 */
export async function readQueue(
	database: Database,
	actor: Actor,
	{ period, page, pageSize }: QueueQuery,
	now: Date,
): Promise<Queue | null> {
	if (!decides(actor)) return null;
	const chosen = sql`(${period}::text is null or period.code = ${period})`;
	const [read] = await queryRows<{ periods: Queue['periods'] | null; lines: Line[] | null }>(
		database,
		sql`with waiting as materialized (
			select waiting.* from ${waitingReports(actor, now)} waiting where waiting.barred is null
		), counted as (
			select period_id, count(*)::int as count from waiting group by period_id
		), line as (
			select row_number() over (order by ${queueOrder('waiting')}) as place,
				waiting.id, waiting.revision
			from waiting join reporting_period period on period.id = waiting.period_id
			where ${chosen}
		)
		select (
			select jsonb_agg(jsonb_build_object('code', period.code, 'kind', period.kind,
				'title', period.title, 'count', counted.count) order by period.ends_on, period.starts_on, period.code)
			from counted join reporting_period period on period.id = counted.period_id
		) as periods, (
			select jsonb_agg(jsonb_build_object('code', unit.code, 'kind', unit.kind, 'name', unit.name,
				'parentName', coalesce(parent.name, ''), 'unitId', unit.id, 'periodId', period.id,
				'endsOn', period.ends_on, 'revision', revision.revision, 'onTime', report.on_time,
				'period', jsonb_build_object('code', period.code, 'kind', period.kind, 'title', period.title),
				'receivedAt', to_char(revision.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
				'householdSkills', ${householdSkillsOf('revision')},
				'values', ${indicatorValuesOf('revision')}) order by line.place)
			from line
			join report on report.id = line.id
			join report_revision revision on revision.report_id = line.id and revision.revision = line.revision
			join reporting_period period on period.id = report.period_id
			join admin_unit unit on unit.id = report.unit_id
			left join admin_unit parent on parent.id = unit.parent_id
			where (line.place - 1) / ${pageSize}::int = least(${page}::int - 1, ((select count(*) from line) - 1) / ${pageSize}::int)
		) as lines`,
	);
	const periods = read?.periods ?? [];
	const found = periods
		.filter(({ code }) => period === null || code === period)
		.reduce((sum, { count }) => sum + count, 0);
	const pages = Math.max(1, Math.ceil(found / pageSize));
	return {
		reports: await compare(database, read?.lines ?? []),
		found,
		total: periods.reduce((sum, { count }) => sum + count, 0),
		periods,
		page: Math.min(page, pages),
		pages,
	};
}

/** How many reports wait for the actor. */
export async function countQueue(database: Database, actor: Actor, now: Date): Promise<number> {
	if (!decides(actor)) return 0;
	const [row] = await queryRows<{ total: number }>(
		database,
		sql`select count(*)::int as total from ${waitingReports(actor, now)} waiting
			where waiting.barred is null`,
	);
	return row?.total ?? 0;
}

async function compare(database: Database, lines: readonly Line[]): Promise<QueuedReport[]> {
	const keys = lines.map(({ unitId, periodId }) => ({ unitId, periodId }));
	const facts = await readWarningFacts(database, keys);
	const before = await readEarlierReports(database, keys);
	const registers = await readRegistersOf(database, lines);
	return lines.map(({ unitId, periodId, endsOn, householdSkills, values, ...line }) => {
		const earlier = before.get(`${unitId}:${periodId}`);
		const earlierShare = earlier && shareOf(earlier.householdSkills);
		const { register = null, explained = null } = registers.get(`${unitId}:${endsOn}`) ?? {};
		const compared = facts.get(`${unitId}:${periodId}`) ?? { history: [], peers: {} };
		const warnings = warnOf({ householdSkills, values }, compared, isCumulative);
		const { households } = householdSkills;
		return {
			...line,
			households,
			share: shareOf(householdSkills),
			earlier:
				earlier && earlierShare ? { period: earlier.period, share: earlierShare.share } : null,
			register,
			explained,
			warnings,
			isClear: warnings.length === 0 && !exceedsRegister(households, register, explained),
		};
	});
}

/** By unit and day: villages of a unit differ from one period's end to the next. */
async function readRegistersOf(
	database: Database,
	lines: readonly Line[],
): Promise<Map<string, { register: number; explained: number | null }>> {
	const registers = new Map<string, { register: number; explained: number | null }>();
	for (const day of new Set(lines.map(({ endsOn }) => endsOn))) {
		const ids = lines.filter(({ endsOn }) => endsOn === day).map(({ unitId }) => unitId);
		const limits = await readRegisterLimits(database, ids, { startsOn: day, endsOn: day });
		for (const [id, register] of await readRegisters(database, ids, day))
			registers.set(`${id}:${day}`, { register, explained: limits.get(id)?.explained ?? null });
	}
	return registers;
}
