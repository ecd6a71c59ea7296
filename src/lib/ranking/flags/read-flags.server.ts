import type { ExaminedReport, Flag } from '../../contracts/awards/flags';
import type { SeasonSettings } from '../../contracts/awards/seasons';
import { addMonths, startOfDay } from '../../contracts/local-time';
import { findPeriods } from '../../reports/periods/periods.server';
import type { Database } from '../../server/db/client';
import { inTurns } from '../../server/in-turns';
import { countedSpan, type Span } from '../criteria/span.server';
import { detector } from './detect';
import { flagLimitsOf } from './limits';
import { readExaminedReports } from './read-reports.server';

export interface FlagQuestion {
	/** Whose units, with all below. */
	scopeId: number;
	/** While what is reported counts. */
	span: Span;
	/** When figures were frozen, or are going to be. */
	freezeAt: Date;
	/** From where on something is noted. */
	settings: SeasonSettings;
	now: Date;
}

export interface FlagFinding {
	flags: Flag[];
	/** The reports that flags are seen in, by id. */
	reports: Map<number, ExaminedReport>;
}

/** What looks odd in the approved reports of a season, and in those of the months after its freeze. */
export async function findFlags(
	database: Database,
	{ scopeId, span, freezeAt, settings, now }: FlagQuestion,
): Promise<FlagFinding> {
	const limits = flagLimitsOf(settings);
	const isFrozen = freezeAt <= now;
	const { months } = await countedSpan(database, scopeId, span, isFrozen ? freezeAt : now);
	const lastMonth = await lastCounted(database, scopeId, span, freezeAt);
	const later = isFrozen
		? Array.from({ length: limits.monthsAfter }, (_, index) => addMonths(lastMonth, index + 1))
		: [];
	const after = await findPeriods(database, later, scopeId);
	const begun = [...after.values()].filter(({ startsOn }) => startOfDay(startsOn) <= now);
	const reports = await readExaminedReports(database, scopeId, [...months, ...begun]);
	const when = { lastMonth, freezeAt: freezeAt.toISOString() };
	const { unitIds, flagsOf } = detector(reports, when, limits);
	const flags = (await inTurns(unitIds, flagsOf)).flat();
	const seen = new Set(flags.flatMap(({ cases }) => cases.flatMap((one) => one.reportIds)));
	return {
		flags,
		reports: new Map(
			reports.flatMap((report) => (seen.has(report.reportId) ? [[report.reportId, report]] : [])),
		),
	};
}

/** The last month whose deadline passes before the freeze, which may be well before the span ends. */
async function lastCounted(
	database: Database,
	scopeId: number,
	span: Span,
	freezeAt: Date,
): Promise<string> {
	const { last } = await countedSpan(database, scopeId, span, freezeAt);
	return last?.code ?? span.until.slice(0, 7);
}
