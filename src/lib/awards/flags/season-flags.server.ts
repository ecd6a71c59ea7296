import { sql } from 'drizzle-orm';
import type { Flag } from '../../contracts/awards/flags';
import type { SeasonSettings } from '../../contracts/awards/seasons';
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

interface KeptFinding extends Pick<FlagFinding, 'reports'> {
	flagsOf: ReadonlyMap<number, Flag[]>;
}

const findingOf = keptUntilChange<KeptFinding>();

/** What is noted in a season about units of it, and the reports it is seen in: not yet for anybody's eyes. */
export interface SeasonFlags extends Pick<FlagFinding, 'reports'> {
	/** Ids of the units about which something is noted. */
	unitIds: readonly number[];
	/** Made for the units that are asked about: a province has thousands, and a page shows fifty. */
	notedOf: (unitId: number) => NotedFlag[];
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
	const [{ lastNumber }, settings, frozenAt, answers] = await Promise.all([
		changePosition(database),
		readSeasonSettings(database, season.id),
		readFrozenAt(database, season.id),
		readAnswers(database, season.id),
	]);
	const freezeAt = frozenAt ?? plannedFreeze(season, { settings, now });
	const key = JSON.stringify([season.id, freezeAt, settings]);
	const { value } = await findingOf(database, key, { lastNumber, now, patience }, async () => {
		const { flags, reports } = await findFlags(database, {
			...{ scopeId: season.unitId, freezeAt, settings, now },
			span: { from: season.countsFrom, until: season.countsUntil },
		});
		return { reports, flagsOf: byUnit(flags) };
	});
	const answersOf = byUnit(answers);
	return {
		...{ reports: value.reports, unitIds: [...value.flagsOf.keys()] },
		notedOf: (unitId) => noteFlags(value.flagsOf.get(unitId) ?? [], answersOf.get(unitId) ?? []),
	};
}

function byUnit<Row extends { unitId: number }>(rows: readonly Row[]): Map<number, Row[]> {
	const grouped = new Map<number, Row[]>();
	for (const row of rows) {
		const ofUnit = grouped.get(row.unitId);
		if (ofUnit) ofUnit.push(row);
		else grouped.set(row.unitId, [row]);
	}
	return grouped;
}

async function readFrozenAt(database: Database, seasonId: number): Promise<Date | null> {
	const [frozen] = await queryRows<{ at: string }>(
		database,
		sql`select ${exactInstant(sql`frozen_at`)} as at from award_freeze where season_id = ${seasonId}`,
	);
	return frozen ? new Date(frozen.at) : null;
}

/** The end of the day on which the calendar has the freeze, or of this day once that is over. */
function plannedFreeze(
	{ year }: Season,
	{ settings, now }: { settings: SeasonSettings; now: Date },
): Date {
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
