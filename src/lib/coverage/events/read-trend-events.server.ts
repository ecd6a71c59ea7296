import { readRearrangements } from '../../admin-units/read-rearrangements.server';
import type { Unit } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import type { TrendEvent } from '../../contracts/trend-events';
import { readCoverageTargetsSet } from '../../indicators/targets/read-history.server';
import type { Database } from '../../server/db/client';
import { readCorrections } from '../record/read-corrections.server';
import { trendEvents } from './trend-events';

/** Months with corrections that are read, the newest. */
const mostCorrected = 12;

/**
 * What explains the line of a unit, as it was known at an instant, the newest first.
 * @param from the first month of the line.
 */
export async function readTrendEvents(
	database: Database,
	{ id }: Pick<Unit, 'id'>,
	{ from, at }: { from: string; at: Date },
): Promise<TrendEvent[]> {
	const corrections = await readCorrections(database, {
		...{ scopeUnitId: id, alone: true, limit: mostCorrected },
	});
	return trendEvents(
		{
			rearrangedOn: await readRearrangements(database, id, localDay(at)),
			corrections: corrections
				.filter((correction) => new Date(correction.at) <= at)
				.map((correction) => ({ ...correction, day: localDay(new Date(correction.at)) })),
			targets: await readCoverageTargetsSet(database, id, at),
		},
		from,
	);
}
