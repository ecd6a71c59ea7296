import { sql, type SQL } from 'drizzle-orm';
import { idList } from './among';

/** One unit, several, or a sub-query for their ids. */
export type Roots = number | Iterable<number> | SQL;

const rootsOf = (roots: Roots): SQL => {
	if (typeof roots === 'number') return sql`(${roots}::int)`;
	return Symbol.iterator in roots ? idList(roots) : roots;
};

/**
 * Whether a unit still is after a local day, or will be for all that is known.
 * @param unit alias of `admin_unit` in the statement, or of what has its last day.
 */
export const endsAfter = (unit: string, day: string | SQL): SQL => {
	const alias = sql.identifier(unit);
	return sql`(${alias}.valid_to is null or ${alias}.valid_to > ${day})`;
};

/**
 * Whether a unit is valid on a local day.
 * @param unit alias of `admin_unit` in the statement.
 */
export const isValidOn = (unit: string, day: string | SQL): SQL => {
	return sql`(${sql.identifier(unit)}.valid_from <= ${day} and ${endsAfter(unit, day)})`;
};

/**
 * Whether a unit is valid on a local day, and the one above it as well: a village ends with its commune.
 * @param unit alias of `admin_unit` in the statement. @param parent alias of the one above, outer joined.
 */
export const standsOn = (unit: string, parent: string, day: string | SQL): SQL =>
	sql`(${isValidOn(unit, day)} and (${sql.identifier(unit)}.level <> 'village' or ${isValidOn(parent, day)}))`;

/** Whether a unit still is, so far as is known. @param unit alias of `admin_unit` in the statement. */
export const isCurrent = (unit: string): SQL => sql`${sql.identifier(unit)}.valid_to is null`;

export interface TreeOptions {
	/** Only along units that are valid on this day, the roots aside. */
	on?: string | SQL;
	/** The lowest level wanted: below communes lie some hundred times as many villages. */
	downTo?: 'commune';
	/** Only through units for which this holds, by their alias `below`. */
	through?: SQL;
}

/** Sub-query `(root_id, id, parent_id, level, depth)`: the roots, depth 0, and every unit below them. */
export function unitsBelow(roots: Roots, { on, downTo, through }: TreeOptions = {}): SQL {
	return sql`(
		with recursive below as (
			select id as root_id, id, parent_id, level, 0 as depth from admin_unit where id in ${rootsOf(roots)}
			union all
			select below.root_id, child.id, child.parent_id, child.level, below.depth + 1
			from below join admin_unit child on child.parent_id = below.id
			where true ${on === undefined ? sql`` : sql`and ${isValidOn('child', on)}`}
				${downTo === undefined ? sql`` : sql`and below.level <> 'commune' and child.level not in ('village', 'organisation')`}
				${through === undefined ? sql`` : sql`and ${through}`}
		)
		select root_id, id, parent_id, level, depth from below
	)`;
}

/**
 * Id of a unit, or of what a village or an organisation lies in: they lie in none of their own kind.
 * @param unit alias of `admin_unit` in the statement.
 */
export const placeOf = (unit: string): SQL => {
	const alias = sql.identifier(unit);
	return sql`case when ${alias}.level in ('village', 'organisation') then ${alias}.parent_id else ${alias}.id end`;
};

/**
 * Whether a unit is another one, or one of several, or lies below it. Where few units are asked about, of villages the communes
 * are sought: there are far fewer. @param unit alias of `admin_unit` in the statement.
 */
export const liesIn = (unit: string, roots: number | readonly number[]): SQL => {
	const places = unitsBelow(roots, { downTo: 'commune' });
	return sql`(${sql.identifier(unit)}.id in ${rootsOf(roots)} or ${placeOf(unit)} in (select id from ${places} line))`;
};

/** Sub-query `(id, level, valid_from, valid_to)`: a unit and all but villages below it; each counts as long as everything it lies in does. */
export const spansBelow = (root: number): SQL => sql`(
	with recursive below as (
		select id, level, valid_from, valid_to from admin_unit where id = ${root}
		union all
		select child.id, child.level,
			greatest(child.valid_from, below.valid_from), least(child.valid_to, below.valid_to)
		from below join admin_unit child on child.parent_id = below.id
		where child.level <> 'village'
	)
	select id, level, valid_from, valid_to from below
)`;

/** Sub-query `(start_id, id, parent_id, level, depth)`: the starts, depth 0, and every unit above them. */
export function unitsAbove(starts: Roots): SQL {
	return sql`(
		with recursive above as (
			select id as start_id, id, parent_id, level, 0 as depth from admin_unit where id in ${rootsOf(starts)}
			union all
			select above.start_id, parent.id, parent.parent_id, parent.level, above.depth + 1
			from above join admin_unit parent on parent.id = above.parent_id
		)
		select start_id, id, parent_id, level, depth from above
	)`;
}

/** Sub-query `(id, path)`: every unit with the ids of itself and all above it, nearest first. */
export const unitPaths = (): SQL => sql`(
	with recursive tree as (
		select id, array[id] as path from admin_unit where parent_id is null
		union all
		select child.id, child.id || tree.path from tree join admin_unit child on child.parent_id = tree.id
	)
	select id, path from tree
)`;
