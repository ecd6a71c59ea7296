import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { unitPaths } from '../../server/db/unit-tree';
import { deriveConflicts } from './derive-conflicts';
import { readNominees, readTies, type SeasonBase } from './read-facts.server';

/**
 * Of these units, those from which the account steps back as a member of the council: they are its own, or
 * above or below its own, or put forward and it may not look. A nominee's dismissed conflict stands for none.
 */
export async function recusedUnits(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	unitIds: readonly number[],
): Promise<Set<number>> {
	const { memberId } = base.rights;
	if (memberId === null || unitIds.length === 0) return new Set();
	const ties = (await readTies(database, base.season.id)).get(memberId);
	const nominees = await readNominees(database, actor, base);
	const paths = await queryRows<{ id: number; path: number[] }>(
		database,
		sql`select id, path from ${unitPaths()} line where id in ${idList(unitIds)}`,
	);
	return new Set(
		paths.flatMap(({ id, path }) => {
			const here = nominees.filter(({ unitId }) => unitId === id);
			const nobody = { teamId: null, rosterId: null, nominatedBy: 0 };
			const steps =
				here.length > 0
					? here.some(({ rights }) => rights.recused)
					: ties !== undefined &&
						deriveConflicts(base.facts.unitPath, ties, { unitId: id, unitPath: path, ...nobody })
							.length > 0;
			return steps ? [id] : [];
		}),
	);
}
