import { sql, type SQL } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { unitsBelow } from '../server/db/unit-tree';

/**
 * Households on the register of communes and of what lies above them: the unit's own newest known
 * number, else the sum of those right below it. Units without any known number are left out.
 * @param day local day on which the counted units are valid.
 */
export async function readRegisters(
	database: Database,
	unitIds: readonly number[],
	day: string,
): Promise<Map<number, number>> {
	if (unitIds.length === 0) return new Map();
	const rows = await queryRows<{ id: number; households: number }>(
		database,
		sql`select id, households from ${registersOf(unitIds, day)} register`,
	);
	return new Map(rows.map(({ id, households }) => [id, households]));
}

/** What `readRegisters` said when the public was first shown what has a change number. */
export async function readRegistersUnder(
	database: Database,
	unitIds: readonly number[],
	{ day, number }: { day: string; number: number },
): Promise<Map<number, number>> {
	if (unitIds.length === 0) return new Map();
	const register = sql`(select distinct on (unit_id, year) unit_id, year, households
		from household_register_entry where number <= ${number} order by unit_id, year, number desc)`;
	const rows = await queryRows<{ id: number; households: number }>(
		database,
		sql`select id, households from ${sumsOf(register, unitIds, day)} register`,
	);
	return new Map(rows.map(({ id, households }) => [id, households]));
}

/**
 * Sub-query `(id, households, is_complete)`: what `readRegisters` says of each unit, and whether no
 * place in it is without a number, so that the whole unit can be held against it.
 */
export const registersOf = (unitIds: readonly number[], day: string | SQL): SQL =>
	sumsOf(sql`household_register`, unitIds, day);

/** @param numbers table or sub-query of the register's numbers by unit and year. */
function sumsOf(numbers: SQL, unitIds: readonly number[], day: string | SQL): SQL {
	const hasNoOwn = sql`not exists (select from ${numbers} own
		where own.unit_id = below.id and own.households is not null)`;
	// A commune none of whose villages has a number is as unknown as they are: they needn't be read.
	const hasOneBelow = sql`(below.level <> 'commune' or below.id in (select village.parent_id
		from ${numbers} register join admin_unit village on village.id = register.unit_id
		where village.level = 'village' and register.households is not null))`;
	return sql`(
		with tree as materialized (
			select id, root_id, parent_id, level, depth
			from ${unitsBelow(unitIds, { on: day, through: sql`${hasNoOwn} and ${hasOneBelow}` })} below
			where level <> 'organisation'
		), newest as (
			select distinct on (unit_id) unit_id, households from ${numbers} register
			where unit_id in (select id from tree) and households is not null
			order by unit_id, year desc
		), divided as (
			select distinct root_id, parent_id as id from tree where depth > 0
		)
		select tree.root_id as id, sum(newest.households)::int as households,
			bool_and(newest.households is not null or divided.id is not null) as is_complete
		from tree left join newest on newest.unit_id = tree.id
		left join divided on divided.root_id = tree.root_id and divided.id = tree.id
		group by tree.root_id having count(newest.households) > 0
	)`;
}
