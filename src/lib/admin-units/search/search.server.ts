import { sql } from 'drizzle-orm';
import type { Unit, UnitKind } from '../../contracts/admin-units';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove, unitsBelow } from '../../server/db/unit-tree';
import { findCandidates } from './search-candidates.server';
import { readSearchText } from './typed-keys';

export interface SearchScope {
	/** Only this unit and what lies below it. */
	scopeUnitId: number;
	/** `YYYY-MM-DD`: units that exist on this day. */
	onDay: string;
	limit: number;
	/** Without it, every level but the country and organisations. */
	levels?: readonly Unit['level'][];
}

export interface SearchHit {
	unit: Unit;
	/** Nearest first, without the country: names repeat, so a list has to say where each one lies. */
	ancestors: { code: string; kind: UnitKind; name: string }[];
}

const searched = ['province', 'district', 'commune', 'village'] as const;

/**
 * Units by name or code, best first; `rankHits` says what is better. Accents, tone placement, `y` for
 * `i`, spaces and a kind in front don't matter, and the text may go on with what the unit lies in.
 */
export async function searchUnits(
	database: Database,
	text: string,
	{ scopeUnitId, onDay, limit, levels = searched }: SearchScope,
): Promise<SearchHit[]> {
	const below = unitsBelow(scopeUnitId, { on: onDay });
	const found = await findCandidates(database, readSearchText(text), {
		units: sql`select id, parent_id, 0 as distance from ${below} below`,
		levels,
	});
	return readHits(
		database,
		found.slice(0, limit).map(({ id }) => id),
	);
}

/** These units with what each one lies in, in the order of the ids. */
export async function readHits(database: Database, ids: readonly number[]): Promise<SearchHit[]> {
	const rows = await queryRows<SearchHit & Record<string, unknown>>(
		database,
		sql`
		select jsonb_build_object(
			'id', unit.id, 'code', unit.code, 'level', unit.level, 'kind', unit.kind, 'name', unit.name,
			'parentId', unit.parent_id, 'validFrom', unit.valid_from, 'validTo', unit.valid_to
		) as unit, coalesce(jsonb_agg(jsonb_build_object(
			'code', place.code, 'kind', place.kind, 'name', place.name
		) order by above.depth) filter (where above.depth > 0 and place.level <> 'country'), '[]') as ancestors
		from admin_unit unit
		join ${unitsAbove(ids)} above on above.start_id = unit.id
		join admin_unit place on place.id = above.id
		where unit.id in ${idList(ids)}
		group by unit.id`,
	);
	const found = new Map(rows.map((row) => [row.unit.id, row]));
	return ids.flatMap((id) => found.get(id) ?? []);
}
