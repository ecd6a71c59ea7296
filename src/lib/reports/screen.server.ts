import { homeUnit } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import type { Snapshot } from '../contracts/events';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { previousMonth, takeSnapshot } from '../coverage/snapshot.server';
import type { Database } from '../server/db/client';
import { latestDuePeriod, listMonths, periodByCode } from './periods.server';

export interface ScreenRequest {
	/** Code of the unit that the site is about; undefined: decided by what was imported. */
	homeCode: string | undefined;
	/** `2026-10`; undefined: the latest month whose deadline has passed. */
	periodCode: string | undefined;
	/** Null for the public. Sees provisional figures of the units on which it holds a role. */
	actor: Actor | null;
	now: Date;
}

export interface Screen {
	snapshot: Snapshot;
	/** Months to choose from, newest first. */
	months: Period[];
}

/**
 * What a map, a ranking or the wall opens with. Null while there is no unit to be about.
 * @throws NotFoundError for a period that doesn't exist.
 */
export async function readScreen(
	database: Database,
	{ homeCode, periodCode, actor, now }: ScreenRequest,
): Promise<Screen | null> {
	const home = await homeUnit(database, homeCode, localDay(now));
	const period = periodCode
		? await periodByCode(database, periodCode, home?.id)
		: await latestDuePeriod(database, now, home?.id);
	const day = period.endsOn < localDay(now) ? period.endsOn : localDay(now);
	const scope = await homeUnit(database, homeCode, day);
	if (!scope) return null;
	const before = previousMonth(period);
	const previous = await periodByCode(database, before, scope.id);
	const snapshot = await takeSnapshot(database, {
		scope,
		period,
		previous,
		internalUnitIds: actor?.grants.map(({ unitId }) => unitId) ?? [],
		now,
	});
	return { snapshot, months: await listMonths(database, now, scope.id) };
}
