import { sql } from 'drizzle-orm';
import type { CheckPlace, CheckStratum, CheckSubject } from '../../contracts/awards/checks';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import type { Season } from '../season/keeper.server';

interface PlaceRow extends Record<string, unknown> {
	commune: string;
	place: string;
	isVillage: boolean;
	households: number | null;
	sessions: number[];
}

export interface FrameQuery {
	subject: CheckSubject;
	level: 'commune' | 'village';
	/** Codes; none: all. */
	communes: readonly string[];
	/** Local day on which units, and their registers, stand as they do. */
	day: string;
}

/** What can be drawn from, in the order of codes; units with nothing to draw are named apart. */
export async function readFrame(
	database: Database,
	season: Season,
	query: FrameQuery,
): Promise<{ strata: CheckStratum[]; withoutAny: string[] }> {
	const rows = await readPlaces(database, season, query);
	const strata = new Map<string, CheckPlace[]>();
	for (const row of rows) {
		// A commune's own sessions tell of the commune, and no household is on a sheet of its own.
		if (query.level === 'village' && !row.isVillage) continue;
		const unit = query.level === 'village' ? row.place : row.commune;
		const places = strata.get(unit) ?? [];
		strata.set(unit, places);
		const { place: code, households, sessions } = row;
		if (query.subject === 'sessions' && sessions.length > 0) places.push({ code, sessions });
		if (query.subject === 'households' && row.isVillage && households !== null && households > 0)
			places.push({ code, households });
	}
	const all = [...strata].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		strata: all.flatMap(([unit, places]) => (places.length > 0 ? [{ unit, places }] : [])),
		withoutAny: all.flatMap(([unit, places]) => (places.length > 0 ? [] : [unit])),
	};
}

function readPlaces(
	database: Database,
	season: Season,
	{ communes, day }: FrameQuery,
): Promise<PlaceRow[]> {
	const asked = JSON.stringify(communes);
	return queryRows<PlaceRow>(
		database,
		sql`with commune as materialized (
				select unit.id, unit.code
				from ${unitsBelow(season.unitId, { on: day, downTo: 'commune' })} below
				join admin_unit unit on unit.id = below.id
				where unit.level = 'commune'
					and (${communes.length} = 0 or unit.code in (select jsonb_array_elements_text(${asked}::jsonb)))
			), place as (
				select commune.code as commune, commune.id, commune.code, false as is_village from commune
				union all
				select commune.code, village.id, village.code, true
				from commune join admin_unit village on village.parent_id = commune.id
				where village.level = 'village' and ${isValidOn('village', day)}
			), newest as (
				select distinct on (unit_id) unit_id, households from household_register
				where unit_id in (select id from place) and households is not null
				order by unit_id, year desc
			), held as (
				select unit_id, jsonb_agg(id order by id) as ids from activity
				where unit_id in (select id from place) and cancelled_at is null
					and held_on between ${season.countsFrom} and ${season.countsUntil}
				group by unit_id
			)
			select place.commune, place.code as place, place.is_village as "isVillage", newest.households,
				coalesce(held.ids, '[]'::jsonb) as sessions
			from place
			left join newest on newest.unit_id = place.id
			left join held on held.unit_id = place.id
			order by place.code`,
	);
}
