import type { Actor } from '../../contracts/accounts';
import type { FoundSamples } from '../../contracts/awards/composite-index';
import type { Database } from '../../server/db/client';
import { readSeasonBase } from '../council/read-facts.server';
import { readUnitRights } from '../council/read-unit-rights.server';
import { readSamples } from './verified-shares.server';

/**
 * What a season's random checks found in a unit, by its name for its committee alone: null for everybody else,
 * for who steps back from the unit, and where nobody was asked. The frozen file has it in steps alone, under a number.
 */
export async function readFoundSamples(
	database: Database,
	actor: Actor,
	{ seasonId, unitId }: { seasonId: number; unitId: number },
): Promise<FoundSamples | null> {
	const base = await readSeasonBase(database, actor, seasonId);
	const rights = (await readUnitRights(database, actor, base, [unitId])).get(unitId);
	if (!rights?.asCommittee) return null;
	return (await readSamples(database, seasonId)).get(unitId) ?? null;
}
