import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import { newBadgeToken } from '../badge-token.server';
import { requireKeeper } from '../keepers.server';

/** Gives a member a new badge: every one printed before is worth nothing. @throws NotFoundError, ForbiddenError */
export async function renewBadge(
	database: Database,
	actor: Actor,
	teamId: number,
	memberId: number,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await requireKeeper(transaction, actor, teamId);
		const [renewed] = await queryRows(
			transaction,
			sql`update team_member set badge_token = ${newBadgeToken()}
				where id = ${memberId} and team_id = ${teamId} returning id`,
		);
		if (!renewed) throw new NotFoundError(`The team has no member ${memberId}.`);
		// Badges of earlier rows lead to this one as well.
		await transaction.execute(
			sql`with recursive earlier as (
					select continues_id as id from team_member where id = ${memberId}
					union
					select member.continues_id from team_member member join earlier on member.id = earlier.id
				)
				update team_member set badge_token = null where id in (select id from earlier)`,
		);
		await writeAudit(transaction, {
			actor,
			action: 'badge.renew',
			subject: `team:${teamId}`,
			details: { member: memberId },
		});
	});
}
