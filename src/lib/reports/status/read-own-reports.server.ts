import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Period } from '../../contracts/reports';
import { searchKey } from '../../contracts/text/search-key';
import type { Database } from '../../server/db/client';
import { listPeriodChoices, type PeriodChoice } from '../periods/list-period-choices.server';
import { periodByCode } from '../periods/periods.server';
import { readReportableUnits, type ReportLines } from './overview.server';

/** What the actor reports for, in one period. */
export interface OwnReports {
	period: Period;
	/** Other periods to look at, newest first. */
	choices: PeriodChoice[];
	/** What was searched for; empty: nothing. */
	filter: string;
	units: ReportLines;
}

const shownAtOnce = 100;

/**
 * Null for whoever reports for nobody.
 * @throws NotFoundError for a period that there isn't.
 */
export async function readOwnReports(
	database: Database,
	actor: Actor,
	asked: { period: string | null; filter: string },
	now: Date,
): Promise<OwnReports | null> {
	if (!actor.grants.some(({ role }) => role === 'reporter' || role === 'administrator'))
		return null;
	const unitIds = actor.grants.map(({ unitId }) => unitId);
	const code = asked.period ?? localDay(now).slice(0, 7);
	const period = await periodByCode(database, code, unitIds[0] ?? null);
	const filter = { code: asked.filter.trim(), searchName: searchKey(asked.filter) };
	return {
		period,
		choices: await listPeriodChoices(database, now, unitIds),
		filter: asked.filter,
		units: await readReportableUnits(database, actor, period, { filter, limit: shownAtOnce }),
	};
}
