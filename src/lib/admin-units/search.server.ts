import { sql } from 'drizzle-orm';
import type { Unit, UnitKind } from '../contracts/admin-units';
import { queryRows, type Database } from '../server/db/client';
import { withoutKind } from './kinds';
import { searchKey } from './names';

export interface SearchScope {
	/** Only this unit and what lies below it. */
	scopeUnitId: number;
	/** `YYYY-MM-DD`: units that exist on this day. */
	onDay: string;
	limit: number;
}

export interface SearchHit {
	unit: Unit;
	/** Nearest first, without the country: names repeat, so a list has to say where each one lies. */
	ancestors: { code: string; kind: UnitKind; name: string }[];
}

type Row = Record<string, unknown> & {
	unit: Unit;
	ancestors: SearchHit['ancestors'];
	place: number;
};

/**
 * Units by name or code, best first: the exact name, then names that begin with the text, then those
 * that hold all its words. Accents, tone placement and a leading "xã", "phường" … don't matter.
 */
export async function searchUnits(
	database: Database,
	text: string,
	{ scopeUnitId, onDay, limit }: SearchScope,
): Promise<SearchHit[]> {
	const key = searchKey(text);
	const bare = searchKey(withoutKind(text));
	if (bare === '') return [];
	const words = bare.split(' ').map((word) => `% ${word}%`);
	const rows = await queryRows<Row>(
		database,
		sql`
		with recursive inside as (
			select id, '[]'::jsonb as ancestors from admin_unit where id = ${scopeUnitId}
			union all
			select child.id, case when parent.level = 'country' then inside.ancestors else
				jsonb_build_array(jsonb_build_object(
					'code', parent.code, 'kind', parent.kind, 'name', parent.name
				)) || inside.ancestors end
			from inside
			join admin_unit parent on parent.id = inside.id
			join admin_unit child on child.parent_id = inside.id
				and child.valid_from <= ${onDay}
				and (child.valid_to is null or child.valid_to > ${onDay})
		)
		select jsonb_build_object(
			'id', unit.id, 'code', unit.code, 'level', unit.level, 'kind', unit.kind, 'name', unit.name,
			'parentId', unit.parent_id, 'validFrom', unit.valid_from, 'validTo', unit.valid_to
		) as unit, inside.ancestors, match.place
		from inside
		join admin_unit unit on unit.id = inside.id
		cross join lateral (select case
			when unit.code = ${text.trim()} then 0
			when unit.search_name in (${key}, ${bare}) then 1
			when unit.search_name like ${`${bare}%`} then 2
			when ' ' || unit.search_name like all (array[${sql.join(
				words.map((word) => sql`${word}`),
				sql`, `,
			)}]) then 3
			when unit.code like ${`${bare}%`} then 4
		end as place) match
		where match.place is not null and unit.level not in ('country', 'enterprise')
		order by match.place,
			array_position(array['province', 'district', 'commune', 'village'], unit.level),
			unit.search_name, unit.code
		limit ${limit}`,
	);
	// Among equals, the one spelled as it was typed comes first: "Hòa" before "Hoa".
	const typed = withoutKind(text).normalize('NFC').toLowerCase();
	const spelled = ({ unit }: Row) => (unit.name.toLowerCase().includes(typed) ? 0 : 1);
	return rows
		.sort((a, b) => a.place - b.place || spelled(a) - spelled(b))
		.map(({ unit, ancestors }) => ({ unit, ancestors }));
}
