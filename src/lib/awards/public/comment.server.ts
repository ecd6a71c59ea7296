import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { ConflictError, NotFoundError } from '../../server/errors';
import { raiseForVisitor } from '../../tickets/raise-for-visitor.server';
import { takeVisitorTurn } from '../../tickets/visitor-turns.server';
import { commentWindow } from '../calendar/plan';
import { findSeason } from '../season/read.server';

/**
 * Takes anybody's comment on a season while it is asked for: it becomes a ticket of the season's unit.
 * @param from the visitor's address, which is counted and not kept.
 * @returns the ticket's number.
 * @throws NotFoundError; ConflictError outside of the days; InvalidError, also when one address sends too many.
 */
export async function commentOnSeason(
	database: Database,
	seasonId: number,
	{ text, from, now }: { text: string; from: string; now: Date },
): Promise<number> {
	const season = await findSeason(database, seasonId);
	if (!season) throw new NotFoundError(`There is no season ${seasonId}.`);
	const window = commentWindow(season.year, season.settings);
	const today = localDay(now);
	if (!window || today < window.from || today > window.until)
		throw new ConflictError('Nobody is asked for comments on that day.');
	await takeVisitorTurn(from);
	return raiseForVisitor(database, { unitId: season.unitId, about: season.name, text }, now);
}
