import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';
import { deriveConflicts } from './derive-conflicts';
import { readNominees, readTies, type SeasonBase } from './read-facts.server';
import { unitRights, type UnitRights } from './rights';

interface UnitOnPath extends Record<string, unknown> {
	id: number;
	/** Itself and all above it, nearest first. */
	path: number[];
}

/** What the account may know and do about each of these units, by their ids. */
export async function readUnitRights(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	unitIds: readonly number[],
): Promise<Map<number, UnitRights>> {
	if (unitIds.length === 0) return new Map();
	const units = await queryRows<UnitOnPath>(
		database,
		sql`select start_id as id, array_agg(id order by depth) as path
			from ${unitsAbove(unitIds)} above group by start_id`,
	);
	const isRecused = await recusals(database, actor, base);
	return new Map(
		units.map((unit) => [
			unit.id,
			unitRights(base.facts, { path: unit.path, recused: isRecused(unit) }, actor),
		]),
	);
}

/**
 * From which units the account steps back as a member of the council: they are its own, or above or below
 * its own, or put forward and it may not look. A nominee's dismissed conflict stands for none.
 */
async function recusals(
	database: Database,
	actor: Actor,
	base: SeasonBase,
): Promise<(unit: UnitOnPath) => boolean> {
	const { memberId } = base.rights;
	if (memberId === null) return () => false;
	const ties = (await readTies(database, base.season.id)).get(memberId);
	const nominees = await readNominees(database, actor, base);
	return ({ id, path }) => {
		const here = nominees.filter(({ unitId }) => unitId === id);
		if (here.length > 0) return here.some(({ rights }) => rights.recused);
		const nobody = { teamId: null, rosterId: null, nominatedBy: 0 };
		const unit = { unitId: id, unitPath: path, ...nobody };
		return ties !== undefined && deriveConflicts(base.facts.unitPath, ties, unit).length > 0;
	};
}
