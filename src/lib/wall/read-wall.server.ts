import { mayActOn } from '../accounts/access/may-act-on.server';
import { readDrawnStructure } from '../admin-units/outlines/drawn-structure.server';
import { readSeasonStanding } from '../awards/season/read-standing.server';
import type { Viewer } from '../contracts/accounts';
import { addMonths, localDay, startOfDay } from '../contracts/local-time';
import { readTrendEvents } from '../coverage/events/read-trend-events.server';
import { readTrend, readTrendsAt, type TrendRequest } from '../coverage/trend.server';
import { readTeamCount } from '../coverage/wall/read-teams.server';
import { readCoverageTargetAt } from '../indicators/targets/list.server';
import { findPeriods, latestDuePeriod, periodByCode } from '../reports/periods/periods.server';
import { readCoverageMonth } from '../reports/status/coverage-month.server';
import type { Database } from '../server/db/client';

export interface WallRequest {
	actor: Viewer;
	/** Code of the unit that the site is about; undefined: decided by what was imported. */
	homeCode: string | undefined;
	/** `2026-10`; undefined: the latest month whose deadline has passed. */
	periodCode: string | undefined;
	/** The instant that the wall shows. */
	now: Date;
	/** The same, where that is one of the past. */
	at: Date | null;
}

const trendMonths = 24;

/** What the wall opens with, and its picture. Null while there is no unit to be about. */
export async function readWall(database: Database, request: WallRequest) {
	const { actor, now, at } = request;
	const coverageMonth = await readCoverageMonth(database, request);
	if (!coverageMonth) return null;
	const { snapshot, months } = coverageMonth;
	const { scope, period } = snapshot;
	const latest = await latestDuePeriod(database, now, scope.id);
	const following = await periodByCode(database, addMonths(latest.code, 1), scope.id);
	const seesAll = await mayActOn(database, actor, ['viewer'], scope.id);
	const trend: TrendRequest = {
		basis: 'approved',
		audience: seesAll ? 'internal' : 'public',
		months: trendMonths,
		until: period.code,
	};
	const picture = await readDrawnStructure(database, scope, period.endsOn);
	return {
		wall: {
			snapshot,
			months: months.map(({ id, code }) => ({ id, code })),
			trend: at
				? ((await readTrendsAt(database, [scope.id], trend, at)).get(scope.id) ?? [])
				: await readTrend(database, scope.id, trend),
			events: await readTrendEvents(database, scope, {
				...{ from: addMonths(period.code, 1 - trendMonths), at: now },
			}),
			target: await readCoverageTargetAt(database, scope.id, Number(period.code.slice(0, 4)), now),
			teams: await readTeamCount(database, scope.id, period, at),
			latest: { code: latest.code, until: following.due.commune },
			calendar: await readCalendar(database, scope.id, now),
		},
		picture: picture && {
			drawing: picture.drawing,
			layerAddress: `/api/v1/boundaries/${picture.hash}`,
		},
	};
}

/** What decides by itself which scenes the wall goes through: of the deadlines those of three months. */
async function readCalendar(database: Database, scopeUnitId: number, now: Date) {
	const month = localDay(now).slice(0, 7);
	const codes = [addMonths(month, -1), month, addMonths(month, 1)];
	const periods = await findPeriods(database, codes, scopeUnitId);
	const season = await readSeasonStanding(database, scopeUnitId, now);
	return {
		deadlines: [...periods.values()].map(({ due }) => Date.parse(due.commune)),
		ceremony: season && startOfDay(season.ceremony).getTime(),
	};
}
