import { sql, type SQL } from 'drizzle-orm';
import { tellApart } from '../admin-units/search/tell-apart.server';
import type { PlaceName, Unit, UnitKind } from '../contracts/admin-units';
import type { Period } from '../contracts/reports';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import type { RankingEntry } from './rank';
import { unitsBelow } from '../server/db/unit-tree';

export type RankingLevel = 'commune' | 'village';

export type RankingUnit = Pick<
	RankingEntry,
	'unitId' | 'kind' | 'name' | 'within' | 'searchName' | 'path' | 'commune'
>;

/** The communes of a scope in a period, or its villages. */
export async function readRankingUnits(
	database: Database,
	scope: Pick<Unit, 'id'>,
	level: RankingLevel,
	period: Pick<Period, 'endsOn'>,
): Promise<RankingUnit[]> {
	const within = { on: period.endsOn, ...(level === 'commune' ? { downTo: level } : {}) };
	const ids = sql`(select id from ${unitsBelow(scope.id, within)} tree where level = ${level})`;
	return describe(database, ids, level);
}

/** Communes or villages as they are called, former ones included. */
export const readRankedUnits = (
	database: Database,
	unitIds: readonly number[],
	level: RankingLevel,
): Promise<RankingUnit[]> => describe(database, idList(unitIds), level);

/** @param ids sub-query for units of the level. */
async function describe(database: Database, ids: SQL, level: RankingLevel): Promise<RankingUnit[]> {
	const rows = await queryRows<{
		id: number;
		level: RankingLevel;
		kind: UnitKind;
		name: string;
		searchName: string;
		communeKind: UnitKind;
		communeName: string;
		communeSearchName: string;
		code: string;
		validFrom: string;
		former: boolean;
		within?: PlaceName;
	}>(
		database,
		sql`select unit.id, unit.level, unit.kind, unit.name, unit.search_name as "searchName",
			commune.kind as "communeKind", commune.name as "communeName",
			commune.search_name as "communeSearchName", commune.code,
			commune.valid_from::text as "validFrom", commune.valid_to is not null as former
		from admin_unit unit
		join admin_unit commune on commune.id = case when unit.level = 'commune' then unit.id else unit.parent_id end
		where unit.id in ${ids}`,
	);
	// A village stands beside the name of its commune anyhow.
	const named = level === 'commune' ? await tellApart(database, rows) : rows;
	return named.map(({ id, kind, name, searchName, ...row }) => ({
		...{ unitId: id, kind, name, within: row.within },
		searchName: row.level === 'commune' ? searchName : `${searchName} ${row.communeSearchName}`,
		path: `/commune/${row.code}${row.former ? `/${row.validFrom}` : ''}`,
		commune: row.level === 'commune' ? null : { kind: row.communeKind, name: row.communeName },
	}));
}
