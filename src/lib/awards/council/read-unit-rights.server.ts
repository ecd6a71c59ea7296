import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { unitsAbove } from '../../server/db/unit-tree';
import { deriveConflicts } from './derive-conflicts';
import { readNominees, readOwnTies, type Nominee, type SeasonBase } from './read-facts.server';
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
	const [units, own, nominees] = await Promise.all([
		queryRows<UnitOnPath>(
			database,
			sql`select start_id as id, array_agg(id order by depth) as path
				from ${unitsAbove(unitIds)} above group by start_id`,
		),
		readOwnTies(database, actor),
		readNominees(database, actor, base),
	]);
	return new Map(
		units.map(({ id, path }) => {
			const unit = { unitId: id, unitPath: path, teamId: null, rosterId: null, nominatedBy: 0 };
			const isTied = deriveConflicts(base.facts.unitPath, own, unit).length > 0;
			return [
				id,
				unitRights(base.facts, { path, isTied, recused: isRecused(id, isTied, nominees) }, actor),
			];
		}),
	);
}

/**
 * Whether the account steps back from a unit: it is tied to it, or what is put forward there is none of its
 * business. A nominee's dismissed conflict stands for none.
 */
function isRecused(unitId: number, isTied: boolean, nominees: readonly Nominee[]): boolean {
	const here = nominees.filter((nominee) => nominee.unitId === unitId);
	return here.length > 0 ? here.some(({ rights }) => rights.recused) : isTied;
}
