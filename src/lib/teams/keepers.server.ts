import { sql, type SQL } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import { queryRows, type Database } from '../server/db/client';
import { ForbiddenError, NotFoundError } from '../server/errors';

/** Who keeps a team reads names and phones, and writes them; viewers and committees read counts. */
const keeperRoles = ['reporter', 'approver'] as const;

/** Sub-query for the ids of the units whose teams the actor keeps. */
export const keptUnits = (actor: Actor): SQL =>
	sql`(${sql.join(
		keeperRoles.map((role) => sql`select id from ${reachedUnits(actor, role)} kept_as`),
		sql` union `,
	)})`;

/** What an actor may do with a team: see it at all, keep it, found and close it. */
export interface Standing {
	unitId: number;
	keeps: boolean;
	/** A village's team is the commune's to found, merge and close. */
	decides: boolean;
}

/**
 * @param missing says what isn't there, where the team was reached by something else's number.
 * @throws NotFoundError when there is no such team where the actor may look.
 */
export async function standingOn(
	database: Database,
	actor: Actor,
	teamId: number,
	missing = `There is no team ${teamId}.`,
): Promise<Standing> {
	const [row] = await queryRows<Standing & Record<string, unknown>>(
		database,
		sql`select team.unit_id as "unitId", team.unit_id in ${keptUnits(actor)} as keeps,
				case unit.level when 'village' then unit.parent_id else unit.id end in ${keptUnits(actor)} as decides
			from team join admin_unit unit on unit.id = team.unit_id
			where team.id = ${teamId} and team.unit_id in ${reachedUnits(actor, 'viewer')}`,
	);
	if (!row) throw new NotFoundError(missing);
	return row;
}

/** @throws NotFoundError, ForbiddenError */
export async function requireKeeper(
	database: Database,
	actor: Actor,
	teamId: number,
): Promise<Standing> {
	const standing = await standingOn(database, actor, teamId);
	if (!standing.keeps) throw new ForbiddenError(`The account does not keep team ${teamId}.`);
	return standing;
}

/** @throws NotFoundError, ForbiddenError */
export async function requireDecider(
	database: Database,
	actor: Actor,
	teamId: number,
	missing?: string,
): Promise<Standing> {
	const standing = await standingOn(database, actor, teamId, missing);
	if (!standing.decides) throw new ForbiddenError(`The account does not decide on team ${teamId}.`);
	return standing;
}

/** Ids of the units whose teams the actor keeps. */
export async function readKeptUnits(database: Database, actor: Actor): Promise<Set<number>> {
	const units = await queryRows<{ id: number }>(
		database,
		sql`select id from ${keptUnits(actor)} kept`,
	);
	return new Set(units.map(({ id }) => id));
}
