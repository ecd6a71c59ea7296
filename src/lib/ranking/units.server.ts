import { sql } from 'drizzle-orm';
import type { Unit, UnitKind } from '../contracts/admin-units';
import { localDay } from '../contracts/local-time';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import type { RankingEntry } from './rank';

export type RankingLevel = 'commune' | 'village';

export type RankingUnit = Pick<
	RankingEntry,
	'unitId' | 'kind' | 'name' | 'searchName' | 'path' | 'commune'
>;

/** The communes of a scope in a period, or those of its villages that have a team to report. */
export async function readRankingUnits(
	database: Database,
	scope: Unit,
	level: RankingLevel,
	period: Period,
): Promise<RankingUnit[]> {
	const day = period.endsOn;
	const teamDay = localDay(new Date(period.due.village));
	const rows = await queryRows<{
		unitId: number;
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
	}>(
		database,
		sql`with recursive tree as (
			select id, parent_id, level from admin_unit where id = ${scope.id}
			union all
			select child.id, child.parent_id, child.level
			from tree join admin_unit child on child.parent_id = tree.id
			where tree.level <> ${level}
				and child.valid_from <= ${day} and (child.valid_to is null or child.valid_to > ${day})
		)
		select unit.id as "unitId", unit.level, unit.kind, unit.name, unit.search_name as "searchName",
			commune.kind as "communeKind", commune.name as "communeName",
			commune.search_name as "communeSearchName", commune.code,
			commune.valid_from::text as "validFrom", commune.valid_to is not null as former
		from tree
		join admin_unit unit on unit.id = tree.id
		join admin_unit commune on commune.id = case when unit.level = 'commune' then unit.id else unit.parent_id end
		where tree.level = ${level} and (${level} = 'commune' or exists (
			select from team where team.unit_id = unit.id and team.founded_on <= ${teamDay}
				and (team.closed_on is null or team.closed_on > ${teamDay})
		))`,
	);
	return rows.map(({ unitId, kind, name, searchName, ...row }) => ({
		unitId,
		kind,
		name,
		searchName: row.level === 'commune' ? searchName : `${searchName} ${row.communeSearchName}`,
		path: `/commune/${row.code}${row.former ? `/${row.validFrom}` : ''}`,
		commune: row.level === 'commune' ? null : { kind: row.communeKind, name: row.communeName },
	}));
}
