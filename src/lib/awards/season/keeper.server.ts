import { eq, sql } from 'drizzle-orm';
import { reachAmong, reachedUnits } from '../../accounts/access/reach.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { queryRows } from '../../server/db/client';
import { awardFreeze, awardSeason } from '../../server/db/schema';
import { unitsAbove } from '../../server/db/unit-tree';
import { keepingRights, type KeepingRights } from '../council/rights';
import { ConflictError, ForbiddenError, NotFoundError } from '../../server/errors';

export type Season = typeof awardSeason.$inferSelect;

/** Sub-query for the units whose seasons concern an account: its own, those below and those above. */
export const concernedUnits = (actor: Actor) => sql`(
	select id from ${reachedUnits(actor, 'viewer')} below
	union select id from ${unitsAbove(actor.grants.map(({ unitId }) => unitId))} above
)`;

/** What the account is to the seasons of a unit. */
export const readKeepingRights = async (
	database: Database,
	actor: Actor,
	unitId: number,
): Promise<KeepingRights> => keepingRights(await readPath(database, unitId), actor);

/** A unit and all above it, nearest first. */
export async function readPath(database: Database, unitId: number): Promise<number[]> {
	const line = await queryRows<{ id: number }>(
		database,
		sql`select id from ${unitsAbove(unitId)} line order by depth`,
	);
	return line.map(({ id }) => id);
}

/** Whether a unit is one of those: looked for upwards, however many lie below the account's. */
async function isConcerned(database: Database, actor: Actor, unitId: number): Promise<boolean> {
	if ((await reachAmong(database, actor, 'viewer', [unitId])).size > 0) return true;
	const own = unitsAbove(actor.grants.map((grant) => grant.unitId));
	const [above] = await queryRows(
		database,
		sql`select 1 from ${own} above where id = ${unitId} limit 1`,
	);
	return above !== undefined;
}

/**
 * The season, whose unit lies on the line of one of the account's.
 * @throws NotFoundError
 */
export async function requireSeason(
	database: Database,
	actor: Actor,
	seasonId: number,
): Promise<Season> {
	const [found] = await database.select().from(awardSeason).where(eq(awardSeason.id, seasonId));
	if (!found || !(await isConcerned(database, actor, found.unitId)))
		throw new NotFoundError(`There is no season ${seasonId}.`);
	return found;
}

/**
 * The season, locked until the transaction ends, before its freeze, for those who may.
 * @param who its unit's administrators, or its committee as well.
 * @throws NotFoundError, ForbiddenError; ConflictError when it is frozen.
 */
export async function lockSeason(
	transaction: Database,
	actor: Actor,
	seasonId: number,
	who: 'administrator' | 'committee' | 'either',
): Promise<Season> {
	const season = await requireSeason(transaction, actor, seasonId);
	await transaction.execute(sql`select 1 from award_season where id = ${seasonId} for update`);
	const { keeps, sits } = await readKeepingRights(transaction, actor, season.unitId);
	if (!(keeps && who !== 'committee') && !(sits && who !== 'administrator'))
		throw new ForbiddenError('The account does not keep that season.');
	const [frozen] = await transaction
		.select({ at: awardFreeze.frozenAt })
		.from(awardFreeze)
		.where(eq(awardFreeze.seasonId, seasonId));
	if (frozen) throw new ConflictError('The season is frozen.');
	return season;
}
