import { sql } from 'drizzle-orm';
import type { UnitLevel } from '../../contracts/admin-units';
import type { Period, ReportingLevel } from '../../contracts/reports';
import { deadlineLevelOf } from '../../contracts/timeliness';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { firstReturnGraceDays } from './deadlines';
import { instant, exactInstant } from '../../server/db/instant';
import { dayLength } from '../../contracts/local-time';

/** What holds for one unit's report of one period. */
export interface Terms {
	due: Date;
	/** Local day whose figures are asked for. */
	cutOffOn: string | null;
	returnGraceDays: number;
	/** From then on nothing is taken in; null: it stays open. */
	locksAt: Date | null;
}

/** Whether nothing more is taken in. */
export const isLocked = ({ locksAt }: Pick<Terms, 'locksAt'>, now: Date): boolean =>
	locksAt !== null && now >= locksAt;

export interface TermRow extends Record<string, unknown> {
	periodId: number;
	unitId: number | null;
	level: ReportingLevel;
	/** ISO. */
	dueAt: string;
	cutOffOn: string | null;
	returnGraceDays: number | null;
	lockAfterDays: number | null;
}

export interface PeriodTerms {
	rows: TermRow[];
	/** Dated exceptions from the lock that hold now. */
	exceptions: { periodId: number; unitId: number }[];
}

/** All terms of some periods, whichever unit they are of: few, since only rules of units make more. */
export async function readTerms(
	database: Database,
	periods: readonly Pick<Period, 'id'>[],
	now: Date,
): Promise<PeriodTerms> {
	const ids = periods.map(({ id }) => id);
	const rows = await readTermRows(database, ids);
	const locks = rows.some(({ lockAfterDays }) => lockAfterDays !== null);
	const exceptions = locks
		? await queryRows<PeriodTerms['exceptions'][number]>(
				database,
				sql`select distinct period_id as "periodId", unit_id as "unitId" from deadline_exception
					where period_id in ${idList(ids)} and until > ${instant(now)}`,
			)
		: [];
	return { rows, exceptions };
}

/** Every deadline of some periods, of whichever unit and level. */
export async function readTermRows(
	database: Database,
	periodIds: readonly number[],
): Promise<TermRow[]> {
	if (periodIds.length === 0) return [];
	return queryRows<TermRow>(
		database,
		sql`select due.period_id as "periodId", due.unit_id as "unitId", due.level,
				${exactInstant(sql`due.due_at`)} as "dueAt",
				due.cut_off_on::text as "cutOffOn", version.return_grace_days as "returnGraceDays",
				version.lock_after_days as "lockAfterDays"
			from period_due_date due left join deadline_version version on version.id = due.version_id
			where due.period_id in ${idList(periodIds)}`,
	);
}

/**
 * The deadline of the nearest unit that has its own, else the country's.
 * @param path ids of the unit and everything above it, nearest first.
 */
export function nearestTerm(
	rows: readonly TermRow[],
	periodId: number,
	level: ReportingLevel,
	path: readonly number[],
): TermRow | undefined {
	const ofLevel = rows.filter((row) => row.periodId === periodId && row.level === level);
	return [...path, null]
		.map((unitId) => ofLevel.find((row) => row.unitId === unitId))
		.find((row) => row !== undefined);
}

/** @param path ids of the unit and everything above it, nearest first. */
export function termsOf(
	{ rows, exceptions }: PeriodTerms,
	period: Period,
	level: UnitLevel,
	path: readonly number[],
): Terms {
	const asLevel = deadlineLevelOf(level);
	const row = nearestTerm(rows, period.id, asLevel, path);
	const due = new Date(row?.dueAt ?? period.due[asLevel]);
	const lockAfterDays = row?.lockAfterDays ?? null;
	const excepted = exceptions.some(
		({ periodId, unitId }) => periodId === period.id && path.includes(unitId),
	);
	return {
		due,
		cutOffOn: row?.cutOffOn ?? null,
		returnGraceDays: row?.returnGraceDays ?? firstReturnGraceDays,
		locksAt:
			lockAfterDays === null || excepted
				? null
				: new Date(due.getTime() + lockAfterDays * dayLength),
	};
}
