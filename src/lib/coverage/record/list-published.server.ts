import { sql } from 'drizzle-orm';
import type { UnitFigures } from '../../contracts/coverage';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { readRegisters } from '../registers.server';
import { entryTakenDown } from './taken-down.server';

/** What became public of a unit under one change number. */
export interface PublishedNews {
	/** `2026-10`. */
	period: string;
	number: number;
	at: string;
	figures: UnitFigures;
	/** Households on the unit's register in that month, without which "too few" can't be told. */
	register: number | null;
	/** Whether it replaced figures that had been public. */
	corrected: boolean;
}

/** The newest publications of a unit's months, the newest first. */
export async function listPublishedNews(
	database: Database,
	unitId: number,
	limit: number,
): Promise<PublishedNews[]> {
	type Row = Omit<PublishedNews, 'register'> & { endsOn: string };
	const rows = await queryRows<Row & Record<string, unknown>>(
		database,
		sql`select period.code as period, period.ends_on::text as "endsOn", entry.number::float8 as number, entry.figures,
				entry.correction is not null as corrected,
				${isoInstant(sql`coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at)`)} as at
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where entry.unit_id = ${unitId} and entry.figures is not null and period.kind = 'month'
				and ${entryTakenDown} is null
			order by entry.number desc, period.starts_on desc limit ${limit}`,
	);
	const registers = new Map<string, number | null>();
	for (const endsOn of new Set(rows.map((row) => row.endsOn)))
		registers.set(endsOn, (await readRegisters(database, [unitId], endsOn)).get(unitId) ?? null);
	return rows.map(({ endsOn, ...row }) => ({ ...row, register: registers.get(endsOn) ?? null }));
}
