import { sql } from 'drizzle-orm';
import { counted } from '../../activities/tally.server';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import type { PartnerCount } from './narrative/partners';
import type { LoggedActivities } from './narrative/outreach';
import type { Span } from './span';

/** Activities of a unit and everything below it within a span, by kind and topic. */
export function readLog(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<LoggedActivities[]> {
	return queryRows<LoggedActivities & Record<string, unknown>>(
		database,
		sql`select activity.kind, activity.topic, count(*)::int as activities
			from activity join ${unitsBelow(unitId)} tree on tree.id = activity.unit_id
			where ${counted(startsOn, endsOn)}
			group by activity.kind, activity.topic`,
	);
}

/** With whom they were held, each partner once for an activity. */
export function readPartners(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<PartnerCount[]> {
	return queryRows<PartnerCount & Record<string, unknown>>(
		database,
		sql`select partner ->> 'kind' as kind, trim(partner ->> 'name') as name,
				count(distinct activity.id)::int as activities
			from activity join ${unitsBelow(unitId)} tree on tree.id = activity.unit_id
			cross join lateral jsonb_array_elements(activity.partners) partner
			where ${counted(startsOn, endsOn)}
			group by 1, 2 order by 3 desc, 1, 2`,
	);
}
