import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { InvalidError } from '../../server/errors';
import { Day } from '../days';
import { requireKeeper } from '../keepers.server';

/**
 * Somebody vouches that the roster names everybody: it counts from that day, whatever lists state.
 * @param day null: nobody vouches any more.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function confirmRoster(
	database: Database,
	actor: Actor,
	teamId: number,
	day: string | null,
): Promise<void> {
	const fault = (rule: string, message: string) =>
		new InvalidError([{ field: 'rosterCompleteOn', rule, message }]);
	if (day !== null && !v.is(Day, day)) throw fault('day', 'must be a day');
	await database.transaction(async (transaction) => {
		await requireKeeper(transaction, actor, teamId);
		if (day !== null) {
			const [team] = await queryRows<{ foundedOn: string; named: boolean }>(
				transaction,
				sql`select founded_on::text as "foundedOn", exists (
						select from team_member where team_id = team.id and from_on <= ${day}
							and (until_on is null or until_on > ${day})
					) as named
					from team where id = ${teamId} for update`,
			);
			if (!team || day < team.foundedOn) throw fault('beforeTeam', 'before the founding');
			if (!team.named) throw fault('emptyRoster', 'the roster names nobody on that day');
		}
		await transaction.execute(
			sql`update team set roster_complete_on = ${day} where id = ${teamId}`,
		);
		await writeAudit(transaction, {
			actor,
			action: 'roster.confirm',
			subject: `team:${teamId}`,
			details: { rosterCompleteOn: day },
		});
	});
}
