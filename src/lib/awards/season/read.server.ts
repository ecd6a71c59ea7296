import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { usualSettings, type SeasonSettings } from '../../contracts/awards/seasons';
import { queryRows, type Database } from '../../server/db/client';
import { instant, isoInstant } from '../../server/db/instant';
import { awardCategory } from '../../server/db/schema';
import { concernedUnits, readKeepingRights, requireSeason } from './keeper.server';
import { readSettings } from './read-settings.server';

export interface SeasonCategory {
	id: number;
	kind: CandidateKind;
	name: string;
	quota: number;
}

export interface ListedSeason {
	id: number;
	name: string;
	year: number;
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	countsFrom: string;
	countsUntil: string;
	/** ISO instant of the freeze; null before it. */
	frozenAt: string | null;
	settings: SeasonSettings;
}

type SeasonRow = Omit<ListedSeason, 'settings'> & Record<string, unknown>;

const seasonColumns = sql`season.id, season.name, season.year, season.unit_id as "unitId",
	unit.kind as "unitKind", unit.name as "unitName", season.counts_from::text as "countsFrom",
	season.counts_until::text as "countsUntil", ${isoInstant(sql`frozen.frozen_at`)} as "frozenAt"`;
const seasonTables = (at: Date | null) => sql`award_season season
	join admin_unit unit on unit.id = season.unit_id
	left join award_freeze frozen on frozen.season_id = season.id
		${at ? sql`and frozen.frozen_at <= ${instant(at)}` : sql``}`;

/** Seasons of the units on the line of the account's, the newest year first. */
export const listSeasons = (database: Database, actor: Actor): Promise<ListedSeason[]> =>
	readSeasons(
		database,
		sql`season.unit_id in (select id from ${concernedUnits(actor)} concerned)`,
		null,
	);

/** All seasons there are, the newest year first: that there is one, everybody may know. */
export const listAllSeasons = (database: Database): Promise<ListedSeason[]> =>
	readSeasons(database, sql`true`, null);

/** A unit's seasons as they stood at an instant, the newest year first. */
export const listSeasonsAt = (
	database: Database,
	unitId: number,
	at: Date,
): Promise<ListedSeason[]> =>
	readSeasons(database, sql`season.unit_id = ${unitId} and season.opened_at <= ${instant(at)}`, at);

/** @param at an instant as of which they are read; null: as they are now. */
async function readSeasons(
	database: Database,
	condition: SQL,
	at: Date | null,
): Promise<ListedSeason[]> {
	const rows = await queryRows<SeasonRow>(
		database,
		sql`select ${seasonColumns} from ${seasonTables(at)} where ${condition}
			order by season.year desc, season.id desc`,
	);
	const settings = await readSettings(
		database,
		rows.map(({ id }) => id),
		at,
	);
	return rows.map((row) => ({ ...row, settings: settings.get(row.id) ?? usualSettings }));
}

/** A season as everybody may know it; null when there is none. */
export async function findSeason(
	database: Database,
	seasonId: number,
): Promise<(ListedSeason & { categories: SeasonCategory[] }) | null> {
	const [[season], categories] = await Promise.all([
		readSeasons(database, sql`season.id = ${seasonId}`, null),
		readCategories(database, seasonId),
	]);
	return season ? { ...season, categories } : null;
}

/** @throws NotFoundError */
export async function readSeason(database: Database, actor: Actor, seasonId: number) {
	const { unitId } = await requireSeason(database, actor, seasonId);
	const [season, rights] = await Promise.all([
		findSeason(database, seasonId),
		readKeepingRights(database, actor, unitId),
	]);
	if (!season) throw new Error('A season is never removed.');
	return { ...season, ...rights };
}

export const readCategories = (database: Database, seasonId: number): Promise<SeasonCategory[]> =>
	database
		.select({
			id: awardCategory.id,
			kind: awardCategory.kind,
			name: awardCategory.name,
			quota: awardCategory.quota,
		})
		.from(awardCategory)
		.where(eq(awardCategory.seasonId, seasonId))
		.orderBy(asc(awardCategory.id));
