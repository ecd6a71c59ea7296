import { homeUnit } from '../../admin-units/home.server';
import type { Viewer } from '../../contracts/accounts';
import type { Snapshot } from '../../contracts/events';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { previousMonth, takeSnapshot } from '../../coverage/snapshot.server';
import type { Database } from '../../server/db/client';
import { perDatabase } from '../../server/db/per-database';
import { NotFoundError } from '../../server/errors';
import { catchUpOf } from '../../server/live/catch-up';
import { MostRecent } from '../../server/most-recent';
import { latestDuePeriod, listMonths, periodByCode } from '../periods/periods.server';

export interface CoverageMonthRequest {
	/** Code of the unit that the site is about; undefined: decided by what was imported. */
	homeCode: string | undefined;
	/** `2026-10`; undefined: the latest month whose deadline has passed. */
	periodCode: string | undefined;
	/** Null for the public. Sees provisional figures of the units on which it holds a role. */
	actor: Viewer | null;
	now: Date;
	/** As it all stood then, for somebody signed in; null: as it stands. */
	at?: Date | null;
}

export interface CoverageMonth {
	snapshot: Snapshot;
	/** Months to choose from, newest first. */
	months: Period[];
}

/**
 * What a map, a ranking or the wall opens with. Null while there is no unit to be about. While no
 * change is logged, it is read once for all who ask and see the same: `snapshot.at` says when.
 * @throws NotFoundError for a month that hasn't begun.
 */
export async function readCoverageMonth(
	database: Database,
	request: CoverageMonthRequest,
): Promise<CoverageMonth | null> {
	const { homeCode, periodCode, actor, now, at = null } = request;
	if (at) return readMonth(database, request);
	// When all come back at once, one look at the log serves them all.
	const { recent } = catchUpOf(database);
	await recent.refresh();
	const lastNumber = recent.upTo;
	const shared = sharedOf(database);
	const unitIds = [...new Set(unitsOf(actor))].sort((one, other) => one - other);
	const subject = `${homeCode ?? ''} ${periodCode ?? ''} ${unitIds.join()}`;
	const kept = shared.get(subject);
	const age = kept ? now.getTime() - kept.at : 0;
	if (kept?.number === lastNumber && age >= 0 && age < longestShared(actor))
		return kept.coverageMonth;
	const opened = {
		number: lastNumber,
		at: now.getTime(),
		coverageMonth: readMonth(database, request),
	};
	shared.keep(subject, opened, opened.coverageMonth);
	return opened.coverageMonth;
}

interface SharedMonth {
	number: number;
	at: number;
	coverageMonth: Promise<CoverageMonth | null>;
}

/** A country, each of its provinces, and some of their earlier months. */
const mostShared = 60;
const sharedOf = perDatabase(() => new MostRecent<SharedMonth>(mostShared));
/** What isn't logged, such as a new team or deadline, shows after this many milliseconds: soon where it is made. */
const longestShared = (actor: Viewer | null) => (actor ? 1_000 : 5_000);

/** Of which the viewer sees more than the public. */
const unitsOf = (actor: Viewer | null): number[] => actor?.grants.map(({ unitId }) => unitId) ?? [];

async function readMonth(
	database: Database,
	{ homeCode, periodCode, actor, now, at = null }: CoverageMonthRequest,
): Promise<CoverageMonth | null> {
	const home = await homeUnit(database, homeCode, localDay(now));
	const begun = await listMonths(database, now, home?.id ?? null);
	// Asking for a month doesn't make it.
	const period = periodCode
		? begun.find(({ code }) => code === periodCode)
		: await latestDuePeriod(database, now, home?.id ?? null);
	if (!period) throw new NotFoundError(`The month ${periodCode} hasn't begun.`);
	const day = period.endsOn < localDay(now) ? period.endsOn : localDay(now);
	const scope = await homeUnit(database, homeCode, day);
	if (!scope) return null;
	const previous = await periodByCode(database, previousMonth(period), scope.id);
	const snapshot = await takeSnapshot(database, {
		scope,
		period,
		previous,
		internalUnitIds: unitsOf(actor),
		now,
		at,
	});
	const months = scope.id === home?.id ? begun : await listMonths(database, now, scope.id);
	return { snapshot, months };
}
