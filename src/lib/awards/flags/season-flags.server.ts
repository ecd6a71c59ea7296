import { sql } from 'drizzle-orm';
import type { SeasonSettings } from '../../contracts/award-seasons';
import { addDays, localDay, startOfDay } from '../../contracts/local-time';
import { findFlags, type FlagFinding } from '../../ranking/flags/read-flags.server';
import { changePosition } from '../../server/change-log';
import { queryRows, type Database } from '../../server/db/client';
import { exactInstant } from '../../server/db/instant';
import { keptUntilChange, type Asked } from '../../server/kept-until-change';
import { freezeDay } from '../calendar/plan';
import type { Season } from '../season/keeper.server';
import { readSeasonSettings } from '../season/read-settings.server';
import { noteFlags, type GivenAnswer, type NotedFlag } from './note';

const findingOf = keptUntilChange<FlagFinding>();

/** What is noted in a season about units of it, and the reports it is seen in: not yet for anybody's eyes. */
export interface SeasonFlags extends Pick<FlagFinding, 'reports'> {
	/** By unit. */
	noted: Map<number, NotedFlag[]>;
}

/**
 * All flags of a season with their answers; the caller sees to it who may know of which.
 * @param patience milliseconds, as of `keptUntilChange`.
 */
export async function readSeasonFlags(
	database: Database,
	season: Season,
	{ now, patience }: Pick<Asked, 'now' | 'patience'>,
): Promise<SeasonFlags> {
	const { lastNumber } = await changePosition(database);
	const settings = await readSeasonSettings(database, season.id);
	const freezeAt = await freezeOf(database, season, { settings, now });
	const key = JSON.stringify([season.id, freezeAt, settings]);
	const found = await findingOf(database, key, { lastNumber, now, patience }, () =>
		findFlags(database, {
			...{ scopeId: season.unitId, freezeAt, settings, now },
			span: { from: season.countsFrom, until: season.countsUntil },
		}),
	);
	const { flags, reports } = found.value;
	const noted = new Map<number, NotedFlag[]>();
	for (const { unitId, ...flag } of noteFlags(flags, await readAnswers(database, season.id)))
		noted.set(unitId, [...(noted.get(unitId) ?? []), flag]);
	return { reports, noted };
}

/** When figures were frozen; before that, the end of the day on which the calendar has it, or of this day. */
async function freezeOf(
	database: Database,
	{ id, year }: Season,
	{ settings, now }: { settings: SeasonSettings; now: Date },
): Promise<Date> {
	const [frozen] = await queryRows<{ at: string }>(
		database,
		sql`select ${exactInstant(sql`frozen_at`)} as at from award_freeze where season_id = ${id}`,
	);
	if (frozen) return new Date(frozen.at);
	const [planned, today] = [freezeDay(year, settings), localDay(now)];
	return startOfDay(addDays(planned < today ? today : planned, 1));
}

const readAnswers = (database: Database, seasonId: number): Promise<GivenAnswer[]> =>
	queryRows<GivenAnswer & Record<string, unknown>>(
		database,
		sql`select answer.unit_id as "unitId", answer.code, answer.report_ids as "reportIds", answer.text,
				account.display_name as by, ${exactInstant(sql`answer.answered_at`)} as at
			from award_flag_answer answer join account on account.id = answer.answered_by
			where answer.season_id = ${seasonId} order by answer.id`,
	);
