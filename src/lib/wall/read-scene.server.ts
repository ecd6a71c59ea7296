import { mayActOn } from '../accounts/access/may-act-on.server';
import { homeUnit } from '../admin-units/home.server';
import { readSeasonStanding } from '../awards/season/read-standing.server';
import type { Viewer } from '../contracts/accounts';
import { addMonths, lastDayOf, localDay } from '../contracts/local-time';
import type { FiguresScene, MoversFigures, NightFigures, SceneFigures } from '../contracts/wall';
import { readMovers } from '../coverage/wall/read-movers.server';
import { readNight } from '../coverage/wall/read-night.server';
import { periodByCode } from '../reports/periods/periods.server';
import { readCoverageMonth } from '../reports/status/coverage-month.server';
import type { Database } from '../server/db/client';
import { NotFoundError } from '../server/errors';
import { readTeamsCondition } from '../teams/condition/read-condition.server';
import { readTicketSummary } from '../tickets/read-summary.server';

export interface SceneRequest {
	actor: Viewer;
	/** Code of the unit that the site is about; undefined: decided by what was imported. */
	homeCode: string | undefined;
	/** `2026-10`, for a scene about a month; undefined: the one that the calendar says. */
	month: string | undefined;
	/** The instant that the wall shows. */
	now: Date;
	/** The same, where that is one of the past. */
	at: Date | null;
}

type Readers = { [Scene in FiguresScene]: () => Promise<SceneFigures[Scene]> };

/**
 * What one scene of the wall shows beside the snapshot.
 * @throws NotFoundError while there is no unit to be about.
 */
export async function readScene<Scene extends FiguresScene>(
	database: Database,
	scene: Scene,
	request: SceneRequest,
): Promise<SceneFigures[Scene]> {
	const today = localDay(request.now);
	const scope = await homeUnit(database, request.homeCode, today);
	if (!scope) throw new NotFoundError('There is no unit for a wall to be about.');
	const readers: Readers = {
		night: () => readNightOf(database, request),
		movers: () => readMoversOf(database, request),
		difficulties: () => readTicketSummary(database, scope.id, request.now),
		teams: () => readTeamsCondition(database, scope.id, today, request.at),
		season: () => readSeasonStanding(database, scope.id, request.now),
	};
	return readers[scene]();
}

/** Of what the site was about when the month ended: provinces may have merged since. */
async function readNightOf(
	database: Database,
	{ homeCode, month, now }: SceneRequest,
): Promise<NightFigures> {
	const today = localDay(now);
	const code = month ?? today.slice(0, 7);
	const last = lastDayOf(code);
	const scope = await homeUnit(database, homeCode, last < today ? last : today);
	if (!scope) throw new NotFoundError(`There was no unit for the night of ${code} to be about.`);
	const period = await periodByCode(database, code, scope.id);
	const before = await periodByCode(database, addMonths(code, -1), scope.id);
	return readNight(database, scope, { period, before, now });
}

async function readMoversOf(
	database: Database,
	{ actor, homeCode, month, now, at }: SceneRequest,
): Promise<MoversFigures> {
	const coverageMonth = await readCoverageMonth(database, {
		...{ homeCode, actor, now, at },
		periodCode: month,
	});
	if (!coverageMonth) throw new NotFoundError('There is no unit for a wall to be about.');
	const { snapshot } = coverageMonth;
	const seesAll = await mayActOn(database, actor, ['viewer'], snapshot.scope.id);
	return readMovers(database, snapshot, { audience: seesAll ? 'internal' : 'public', at });
}
