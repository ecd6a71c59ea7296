import { sql } from 'drizzle-orm';
import { startOfDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';

export interface PublishedSince extends Record<string, unknown> {
	/** Communes of which new figures became public. */
	communes: number;
	/** Months of communes whose published figures were corrected. */
	corrected: number;
}

/** How much became public of a place's communes, under all units that it was, since a local day began. */
export async function countPublished(
	database: Database,
	scopeUnitIds: readonly number[],
	day: string,
): Promise<PublishedSince> {
	const [counted] = await queryRows<PublishedSince>(
		database,
		sql`select count(distinct entry.unit_id)::int as communes,
				(count(distinct (entry.unit_id, entry.period_id)) filter (where entry.correction is not null))::int as corrected
			from published_figures entry
			join ${unitsBelow(scopeUnitIds, { downTo: 'commune' })} below on below.id = entry.unit_id
			where below.level = 'commune' and entry.figures is not null
				and coalesce((entry.figures ->> 'approvedAt')::timestamptz, entry.at) >= ${instant(startOfDay(day))}`,
	);
	return counted ?? { communes: 0, corrected: 0 };
}
