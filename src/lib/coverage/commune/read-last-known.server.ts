import { readMeasure } from '../../contracts/coverage';
import { addMonths } from '../../contracts/local-time';
import type { Unit } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import type { Database } from '../../server/db/client';
import { readCommune } from './read.server';
import type { PublicCommune, PublicMonth, TrendMonth } from './view';

export interface LastKnownRequest {
	/** The unit in the month that is shown. */
	commune: PublicCommune;
	/** Months up to that one, oldest first. */
	trend: readonly TrendMonth[];
	/** Those to choose from. */
	months: readonly Period[];
	now: Date;
}

/**
 * Where the month that is shown has no approved figures though they are due: the newest month before
 * it that has a share, as its own page shows it. Null where there is none, or none is needed.
 */
export async function readLastKnown(
	database: Database,
	unit: Unit,
	{ commune, trend, months, now }: LastKnownRequest,
): Promise<PublicMonth | null> {
	if (commune.figures !== null || commune.timeliness === 'notRequired') return null;
	const known = trend.findLast(
		({ figures }) =>
			readMeasure(figures ?? undefined, 'allFive', commune.register).kind === 'share',
	);
	const period = months.find(({ code }) => code === known?.periodCode);
	if (!period) return null;
	const before = months.find(({ code }) => code === addMonths(period.code, -1));
	return { period, commune: await readCommune(database, unit, period, before?.id ?? null, now) };
}
