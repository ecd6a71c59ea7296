import { localDay } from '../../contracts/local-time';
import type { SeasonFigures } from '../../contracts/wall';
import type { Database } from '../../server/db/client';
import { ceremonyOf, planSteps } from '../calendar/plan';
import { listSeasonsAt } from './read.server';
import { standingOn } from './standing';

/**
 * Where a unit's season stood at an instant, of which everybody may know: the one whose ceremony comes
 * next, else the last one. Names of nobody; null without any season.
 */
export async function readSeasonStanding(
	database: Database,
	scopeUnitId: number,
	at: Date,
): Promise<SeasonFigures | null> {
	const today = localDay(at);
	const seasons = (await listSeasonsAt(database, scopeUnitId, at))
		.map((season) => ({ ...season, ceremony: ceremonyOf(season.year, season.settings) }))
		.sort((one, other) => one.ceremony.localeCompare(other.ceremony));
	const season = seasons.find(({ ceremony }) => ceremony >= today) ?? seasons.at(-1);
	if (!season) return null;
	const { name, year, settings, ceremony, frozenAt } = season;
	return {
		...{ name, ceremony, frozenAt },
		steps: planSteps(year, settings),
		next: standingOn(today, season).next?.step ?? null,
	};
}
