import { sql } from 'drizzle-orm';
import type { UnitLevel } from '../contracts/admin-units';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { firstReturnGraceDays } from './deadlines';

/** What holds for one unit's report of one period. */
export interface Terms {
	due: Date;
	/** Local day whose figures are asked for. */
	cutOffOn: string | null;
	returnGraceDays: number;
	/** From then on nothing is taken in; null: it stays open. */
	locksAt: Date | null;
}

interface TermRow extends Record<string, unknown> {
	periodId: number;
	unitId: number | null;
	level: UnitLevel;
	/** ISO. */
	dueAt: string;
	cutOffOn: string | null;
	returnGraceDays: number | null;
	lockAfterDays: number | null;
}

export interface TermBook {
	rows: TermRow[];
	/** Dated exceptions from the lock that hold now. */
	exceptions: { periodId: number; unitId: number }[];
}

/** All terms of some periods, whichever unit they are of: few, since only rules of units make more. */
export async function readTerms(
	database: Database,
	periods: readonly Period[],
	now: Date,
): Promise<TermBook> {
	if (periods.length === 0) return { rows: [], exceptions: [] };
	const ids = periods.map(({ id }) => id);
	const rows = await queryRows<TermRow>(
		database,
		sql`select due.period_id as "periodId", due.unit_id as "unitId", due.level,
				to_char(due.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt",
				due.cut_off_on::text as "cutOffOn", version.return_grace_days as "returnGraceDays",
				version.lock_after_days as "lockAfterDays"
			from period_due_date due left join deadline_version version on version.id = due.version_id
			where due.period_id in ${ids}`,
	);
	const locks = rows.some(({ lockAfterDays }) => lockAfterDays !== null);
	const exceptions = locks
		? await queryRows<TermBook['exceptions'][number]>(
				database,
				sql`select distinct period_id as "periodId", unit_id as "unitId" from deadline_exception
					where period_id in ${ids} and until > ${now.toISOString()}::timestamptz`,
			)
		: [];
	return { rows, exceptions };
}

/** @param path ids of the unit and everything above it, nearest first. */
export function termsOf(
	{ rows, exceptions }: TermBook,
	period: Period,
	level: UnitLevel,
	path: readonly number[],
): Terms {
	const asLevel = level === 'village' ? 'village' : 'commune';
	const row = [...path, null]
		.map((unitId) =>
			rows.find(
				(row) => row.periodId === period.id && row.unitId === unitId && row.level === asLevel,
			),
		)
		.find((row) => row !== undefined);
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
				: new Date(due.getTime() + lockAfterDays * 86_400_000),
	};
}
