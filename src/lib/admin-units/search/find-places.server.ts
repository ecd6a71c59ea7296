import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { addDays } from '../../contracts/local-time';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import { homeUnit } from '../home.server';
import { findCandidates } from './search-candidates.server';
import { readHits, type SearchHit } from './search.server';
import { readSearchText } from './typed-keys';

/** A commune or village of today, or a former commune or district. */
export interface FoundPlace extends SearchHit {
	/** First and last day of a former unit; null for one of today. */
	span: { from: string; to: string } | null;
	/** The communes of today in which a former one lies. */
	now: Unit[];
}

export interface PlaceSearch {
	homeCode: string | undefined;
	today: string;
	limit: number;
}

/**
 * Places by any name that somebody may still use for them, best first: of today within what the site
 * is about, and former ones everywhere, since mergers crossed provinces; those that became a part of
 * the site's communes before others.
 */
export async function findPlaces(
	database: Database,
	text: string,
	{ homeCode, today, limit }: PlaceSearch,
): Promise<{ places: FoundPlace[]; more: boolean }> {
	const home = await homeUnit(database, homeCode, today);
	if (!home) return { places: [], more: false };
	const found = await findCandidates(database, readSearchText(text), {
		units: sql`
			with recursive today as materialized (
				select id, parent_id, level from ${unitsBelow(home.id, { on: today })} below
			), earlier as (
				select lineage.old_unit_id as id from unit_lineage lineage join today on today.id = lineage.new_unit_id
				union
				select lineage.old_unit_id from unit_lineage lineage join earlier on earlier.id = lineage.new_unit_id
			), kin as materialized (
				select id from earlier
				union select unit.parent_id from admin_unit unit join earlier on earlier.id = unit.id
			)
			select id, parent_id, 0 as distance from today where level in ('commune', 'village')
			union all
			select former.id, former.parent_id, case when kin.id is null then 2 else 1 end
			from admin_unit former left join kin on kin.id = former.id
			where former.valid_to <= ${today} and former.level in ('commune', 'district')`,
		levels: ['district', 'commune', 'village'],
	});
	const ids = found.slice(0, limit).map(({ id }) => id);
	const successors = await readPlacesNow(database, ids, today);
	const places = (await readHits(database, ids)).map((hit): FoundPlace => {
		const { id, validFrom, validTo } = hit.unit;
		const former = validTo !== null && validTo <= today;
		return {
			...hit,
			span: former ? { from: validFrom, to: addDays(validTo, -1) } : null,
			now: former ? (successors.get(id) ?? []) : [],
		};
	});
	return { places, more: found.length > limit };
}

/** The communes of today in which former units lie, by the ids of the former ones. */
async function readPlacesNow(
	database: Database,
	ids: readonly number[],
	today: string,
): Promise<Map<number, Unit[]>> {
	const rows = await queryRows<{ id: number; now: Unit[] }>(
		database,
		sql`
		with recursive line as (
			select unit.id as former_id, unit.id from admin_unit unit where unit.id in ${idList(ids)}
			union select district.id, commune.id from admin_unit district
			join admin_unit commune on commune.parent_id = district.id and commune.level = 'commune'
			where district.id in ${idList(ids)}
			union select line.former_id, lineage.new_unit_id
			from line join unit_lineage lineage on lineage.old_unit_id = line.id
		)
		select line.former_id as id, jsonb_agg(jsonb_build_object(
			'id', unit.id, 'code', unit.code, 'level', unit.level, 'kind', unit.kind, 'name', unit.name,
			'parentId', unit.parent_id, 'validFrom', unit.valid_from, 'validTo', unit.valid_to
		) order by unit.code) as now
		from line join admin_unit unit on unit.id = line.id
		where unit.level = 'commune' and ${isValidOn('unit', today)}
		group by line.former_id`,
	);
	return new Map(rows.map(({ id, now }) => [id, now]));
}
