import { sql, type SQL } from 'drizzle-orm';
import { unitKinds, unitLevels, type UnitLevel } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { keysOfKind } from '../kinds';
import { rankHits, type HitCandidate } from './rank-hits';
import { joinKey, withoutTelex, type SearchText } from './typed-keys';

/** What is ranked at most: a text of two letters begins thousands of names. */
const mostCandidates = 2_000;

export type Candidate = HitCandidate & { id: number } & Record<string, unknown>;

/** What is searched through. */
export interface Among {
	/** A query `(id, parent_id, distance)`; `distance` is that of `HitCandidate`. */
	units: SQL;
	levels: readonly UnitLevel[];
}

/** Those that answer, best first; where none does, those that answer to the text without its telex keys. */
export async function findCandidates(
	database: Database,
	text: SearchText,
	among: Among,
): Promise<Candidate[]> {
	if (text.bare === '') return [];
	const found = rankHits(await readCandidates(database, text, among), text);
	const plain = withoutTelex(text);
	return found.length > 0 || !plain
		? found
		: rankHits(await readCandidates(database, plain, among), plain);
}

function readCandidates(
	database: Database,
	{ key, bare, typed }: SearchText,
	{ units, levels }: Among,
): Promise<Candidate[]> {
	const patterns = JSON.stringify(bare.split(' ').map((word) => `% ${word}%`));
	const joined = joinKey(bare);
	const answersTo = (texts: SQL) =>
		sql`${texts} like all (array(select jsonb_array_elements_text(${patterns}::jsonb)))`;
	return queryRows<Candidate>(
		database,
		sql`
		with labelled as (
			select unit.id, unit.parent_id, case when unit.level = 'country' then null else
				translate((${kindKeys}::jsonb ->> unit.kind) || ' ' || unit.search_name, 'y', 'i') end as label
			from admin_unit unit where unit.level not in ('village', 'organisation')
		), placed as (
			select unit.id, unit.code, unit.level, unit.kind, unit.name, among.distance, folded.name as key,
				replace(folded.name, ' ', '') as joined,
				concat_ws(' ', parent.label, grandparent.label, farthest.label) as path
			from (${units}) among
			join admin_unit unit on unit.id = among.id
			cross join lateral (select translate(unit.search_name, 'y', 'i') as name) folded
			left join labelled parent on parent.id = among.parent_id
			left join labelled grandparent on grandparent.id = parent.parent_id
			left join labelled farthest on farthest.id = grandparent.parent_id
			where unit.level in (select jsonb_array_elements_text(${JSON.stringify(levels)}::jsonb))
		)
		select id, code, level, kind, name, distance, key as "searchName", path
		from placed
		where starts_with(code, ${typed}) or code = ${bare}
			or ${answersTo(sql`' ' || key || ' ' || joined || ' ' || path`)}
			or right(${joined}, length(joined)) = joined
		order by code in (${typed}, ${bare}) desc, key in (${key}, ${bare}) desc, joined = ${joined} desc,
			distance, starts_with(key, ${bare}) desc, ${answersTo(sql`' ' || key`)} desc,
			array_position(array(select jsonb_array_elements_text(${JSON.stringify(unitLevels)}::jsonb)), level),
			key, code
		limit ${mostCandidates}`,
	);
}

const kindKeys = JSON.stringify(
	Object.fromEntries(unitKinds.map((kind) => [kind, keysOfKind(kind).join(' ')])),
);
