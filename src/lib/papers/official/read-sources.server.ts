import { sql } from 'drizzle-orm';
import type { Basis } from '../../contracts/coverage';
import { queryRows, type Database } from '../../server/db/client';
import { unitsBelow } from '../../server/db/unit-tree';
import { sourcesOf, type Sources } from './sources';
import type { Span } from './span';

/** Of which periods within a span the unit, or anybody below it, reported. */
export async function readSources(
	database: Database,
	unitId: number,
	span: Pick<Span, 'startsOn' | 'endsOn'>,
	basis: Basis,
): Promise<Sources> {
	const pointer = sql.raw(basis === 'approved' ? 'approved_revision' : 'provisional_revision');
	const periods = await queryRows<{ code: string }>(
		database,
		sql`select code from reporting_period period
			where starts_on >= ${span.startsOn} and ends_on <= ${span.endsOn} and kind <> 'adHoc'
				and exists (select from report where period_id = period.id and ${pointer} is not null
					and unit_id in (select id from ${unitsBelow(unitId)} below))`,
	);
	return sourcesOf(
		span,
		periods.map(({ code }) => code),
	);
}
