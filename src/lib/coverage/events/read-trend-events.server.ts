import { readRearrangements } from '../../admin-units/lineage/read-rearrangements.server';
import type { Unit } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import type { TrendEvent } from '../../contracts/trend-events';
import { readCoverageTargetsSet } from '../../indicators/targets/read-history.server';
import type { Database } from '../../server/db/client';
import { readCorrections } from '../record/read-corrections.server';
import { trendEvents } from './trend-events';

/** Corrections that are read, the newest. */
const mostCorrected = 36;

/**
 * What explains the line of a unit, as it was known at an instant, the newest first.
 * @param from the first month of the line.
 */
export async function readTrendEvents(
	database: Database,
	{ id }: Pick<Unit, 'id'>,
	{ from, at }: { from: string; at: Date },
): Promise<TrendEvent[]> {
	const { entries: corrections } = await readCorrections(database, {
		...{ scopeUnitIds: [id], alone: true, page: 1, pageSize: mostCorrected },
	});
	return trendEvents(
		{
			rearrangedOn: await readRearrangements(database, id, localDay(at)),
			corrections: corrections
				.filter((correction) => new Date(correction.at) <= at)
				.flatMap(({ period, cause, counts, at: correctedAt }) =>
					counts.map(({ measure }) => ({
						...{ period, cause, measure, day: localDay(new Date(correctedAt)) },
					})),
				),
			targets: await readCoverageTargetsSet(database, id, at),
		},
		from,
	);
}
