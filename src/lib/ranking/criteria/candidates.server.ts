import { sql } from 'drizzle-orm';
import type { CandidateKind } from '../../contracts/awards/candidates';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { readRankingUnits, type RankingLevel, type RankingUnit } from '../units.server';

/** Whom an index can rank: individuals are compared by evidence alone. */
export type RankedKind = Exclude<CandidateKind, 'individual'>;

export const levelOf = (kind: RankedKind): RankingLevel =>
	kind === 'villageTeam' ? 'village' : 'commune';

/**
 * Who can be ranked in a category: communes, or those places that have a team on a day; a team stands
 * under its place.
 */
export async function readCandidates(
	database: Database,
	scopeId: number,
	kind: RankedKind,
	day: string,
): Promise<RankingUnit[]> {
	const units = await readRankingUnits(database, { id: scopeId }, levelOf(kind), { endsOn: day });
	if (kind === 'commune' || units.length === 0) return units;
	const ids = units.map(({ unitId }) => unitId);
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select distinct unit_id as id from team
			where kind <> 'board' and founded_on <= ${day} and (closed_on is null or closed_on > ${day})
				and ${among(sql`unit_id`, ids)}`,
	);
	const withTeam = new Set(rows.map(({ id }) => id));
	return units.filter(({ unitId }) => withTeam.has(unitId));
}
