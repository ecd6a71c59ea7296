import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { ConflictError, InvalidError } from '../../server/errors';
import { Day } from '../days';
import { requireDecider } from '../keepers.server';

/**
 * Closes a team; its members have served until that day.
 * @param day the first day without the team.
 * @throws NotFoundError, ForbiddenError, InvalidError; ConflictError when it is closed already.
 */
export async function closeTeam(
	database: Database,
	actor: Actor,
	teamId: number,
	day: string,
): Promise<void> {
	const fault = (rule: string, message: string) =>
		new InvalidError([{ field: 'closedOn', rule, message }]);
	if (!v.is(Day, day)) throw fault('day', 'must be a day');
	await database.transaction(async (transaction) => {
		await requireDecider(transaction, actor, teamId);
		const [team] = await queryRows<{ foundedOn: string; closed: boolean; lastFrom: string | null }>(
			transaction,
			sql`select founded_on::text as "foundedOn", closed_on is not null as closed, (
					select max(from_on)::text from team_member
					where team_id = team.id and until_on is distinct from from_on
				) as "lastFrom"
				from team where id = ${teamId} for update`,
		);
		if (!team || team.closed) throw new ConflictError(`Team ${teamId} is closed.`);
		if (day <= team.foundedOn) throw fault('beforeTeam', `founded on ${team.foundedOn}`);
		if (team.lastFrom !== null && day <= team.lastFrom)
			throw fault('membersAfter', `a member joined on ${team.lastFrom}`);
		await transaction.execute(
			sql`update team_member set until_on = ${day}
				where team_id = ${teamId} and (until_on is null or until_on > ${day})`,
		);
		await transaction.execute(sql`update team set closed_on = ${day} where id = ${teamId}`);
		await writeAudit(transaction, {
			actor,
			action: 'team.close',
			subject: `team:${teamId}`,
			details: { closedOn: day },
		});
	});
}
