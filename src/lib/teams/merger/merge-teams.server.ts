import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { Database } from '../../server/db/client';
import { team, teamMember, teamMerger, teamMergerSource, teamPaper } from '../../server/db/schema';
import { newBadgeToken } from '../badge-token.server';
import { previewMerger } from './preview.server';

/**
 * Makes one team of several, in one step: the others close, their members go over.
 * @param given not yet parsed, see `MergerInput`.
 * @returns the id of the merged team.
 * @throws NotFoundError, ForbiddenError, InvalidError
 */
export async function mergeTeams(
	database: Database,
	actor: Actor,
	given: unknown,
	now: Date,
): Promise<number> {
	return database.transaction(async (transaction) => {
		const { input, roster } = await previewMerger(transaction, actor, given);
		const { unitId, name, kind, mergedOn, teamIds } = input;
		const [merged] = await transaction
			.insert(team)
			.values({ unitId, name, kind, foundedOn: mergedOn })
			.returning({ id: team.id });
		if (!merged) throw new Error('An insert returns its row.');
		const [merger] = await transaction
			.insert(teamMerger)
			.values({ teamId: merged.id, mergedOn, decidedBy: actor.accountId, decidedAt: now })
			.returning({ id: teamMerger.id });
		if (!merger) throw new Error('An insert returns its row.');
		await transaction
			.insert(teamMergerSource)
			.values(teamIds.map((teamId) => ({ mergerId: merger.id, teamId })));
		if (roster.length > 0)
			await transaction.insert(teamMember).values(
				roster.map(({ id: _, ...person }) => ({
					...person,
					teamId: merged.id,
					fromOn: mergedOn,
					badgeToken: newBadgeToken(),
				})),
			);
		const those = sql`(select team_id from team_merger_source where merger_id = ${merger.id})`;
		await transaction.execute(
			sql`update team_member set until_on = ${mergedOn}, ended_by_merger_id = ${merger.id}
				where team_id in ${those} and (until_on is null or until_on > ${mergedOn})`,
		);
		await transaction.execute(sql`update team set closed_on = ${mergedOn} where id in ${those}`);
		await transaction
			.insert(teamPaper)
			.values({ teamId: merged.id, kind: 'merger', number: input.decision, issuedOn: null });
		await writeAudit(transaction, {
			actor,
			action: 'team.merge',
			subject: `team:${merged.id}`,
			details: { teams: teamIds, mergedOn },
		});
		return merged.id;
	});
}
