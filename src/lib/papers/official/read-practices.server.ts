import { sql } from 'drizzle-orm';
import type { UnitKind } from '../../contracts/admin-units';
import { addDays, startOfDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import type { PublishedTitle } from './periodic-report';
import type { Span } from './span';
import { unitTitle } from './wording';
import { unitsBelow } from '../../server/db/unit-tree';
import { instant } from '../../server/db/instant';

/** A report names so many; the public list has them all. */
const mostTitles = 20;

/** Good practices of a unit and everything below it that were published within a span, oldest first. */
export async function readPublishedTitles(
	database: Database,
	unitId: number,
	{ startsOn, endsOn }: Pick<Span, 'startsOn' | 'endsOn'>,
): Promise<PublishedTitle[]> {
	const rows = await queryRows<{ title: string; kind: UnitKind; name: string }>(
		database,
		sql`select practice.title, unit.kind, unit.name
			from practice join ${unitsBelow(unitId)} tree on tree.id = practice.unit_id join admin_unit unit on unit.id = tree.id
			where practice.state = 'published'
				and practice.published_at >= ${instant(startOfDay(startsOn))}
				and practice.published_at < ${instant(startOfDay(addDays(endsOn, 1)))}
			order by practice.published_at, practice.id
			limit ${mostTitles}`,
	);
	return rows.map(({ title, ...unit }) => ({ title, unitName: unitTitle(unit) }));
}
