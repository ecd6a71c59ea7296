import { sql } from 'drizzle-orm';
import type { UnitFigures } from '../../contracts/coverage';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';

/** What became public of a unit under one change number. */
export interface PublishedNews extends Record<string, unknown> {
	/** `2026-10`. */
	period: string;
	number: number;
	at: string;
	figures: UnitFigures;
	/** Whether it replaced figures that had been public. */
	corrected: boolean;
}

/** The newest publications of a unit's months, the newest first. */
export function listPublishedNews(
	database: Database,
	unitId: number,
	limit: number,
): Promise<PublishedNews[]> {
	return queryRows<PublishedNews>(
		database,
		sql`select period.code as period, entry.number::float8 as number, entry.figures,
				entry.correction is not null as corrected,
				${isoInstant(sql`coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at)`)} as at
			from published_figures entry join reporting_period period on period.id = entry.period_id
			where entry.unit_id = ${unitId} and entry.figures is not null and period.kind = 'month'
			order by entry.number desc, period.starts_on desc limit ${limit}`,
	);
}
