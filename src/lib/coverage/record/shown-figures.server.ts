import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { UnitFigures } from '../../contracts/coverage';
import type { TakenDown, TakeDownReason } from '../../contracts/publication';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { entryTakenDown } from './taken-down.server';

/** What was shown of a unit's month under one number, whether it still is or not. */
export interface ShownFigures extends Record<string, unknown> {
	number: number;
	/** ISO instant. */
	at: string;
	figures: UnitFigures;
	/** The number under which others took their place; null for what is shown now. */
	replacedUnder: number | null;
	takenDown: TakenDown | null;
}

/** All that was ever shown of a unit's month, the newest first. */
export function listShownFigures(
	database: Database,
	{ unitId, period }: { unitId: number; period: string },
): Promise<ShownFigures[]> {
	return queryRows<ShownFigures>(
		database,
		sql`select * from (
			select entry.number::float8 as number, entry.figures,
				${isoInstant(sql`coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at)`)} as at,
				(lead(entry.number) over (order by entry.number))::float8 as "replacedUnder",
				${entryTakenDown} as "takenDown"
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where entry.unit_id = ${unitId} and period.code = ${period}
		) shown where shown.figures is not null order by shown.number desc`,
	);
}

export interface ListedTakeDown extends Record<string, unknown> {
	id: number;
	unit: Pick<Unit, 'code' | 'kind' | 'name' | 'level'>;
	/** `2026-10`. */
	period: string;
	number: number;
	beforeNumber: number;
	reason: TakeDownReason;
	/** ISO instant. */
	at: string;
}

/** What was taken down, the newest first. */
export function listTakeDowns(database: Database, limit: number): Promise<ListedTakeDown[]> {
	return queryRows<ListedTakeDown>(
		database,
		sql`select gone.id, period.code as period, gone.number::float8 as number,
				gone.before_number::float8 as "beforeNumber", gone.reason, ${isoInstant(sql`gone.at`)} as at,
				jsonb_build_object('code', unit.code, 'kind', unit.kind, 'name', unit.name, 'level', unit.level) as unit
			from take_down gone join admin_unit unit on unit.id = gone.unit_id
			join reporting_period period on period.id = gone.period_id
			order by gone.at desc, gone.id desc limit ${limit}`,
	);
}
