import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit.server';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { ConflictError, NotFoundError } from '../../server/errors';
import { requireDecider } from '../keepers.server';

/** Why a merger can't be undone any more; null while it can. */
export type UndoObstacle = 'undone' | 'reported' | 'closed' | null;

interface MergerState extends Record<string, unknown> {
	teamId: number;
	undone: boolean;
	reported: boolean;
	closed: boolean;
}

async function readState(database: Database, mergerId: number): Promise<MergerState> {
	const [state] = await queryRows<MergerState>(
		database,
		sql`select merger.team_id as "teamId", merger.undone_at is not null as undone,
				team.closed_on is not null as closed, exists (
					select from report join report_revision revision on revision.report_id = report.id
					where report.unit_id = team.unit_id and revision.received_at > merger.decided_at
				) as reported
			from team_merger merger join team on team.id = merger.team_id
			where merger.id = ${mergerId} for update of merger, team`,
	);
	if (!state) throw new NotFoundError(`There is no merger ${mergerId}.`);
	return state;
}

const obstacleOf = ({ undone, closed, reported }: MergerState): UndoObstacle =>
	undone ? 'undone' : closed ? 'closed' : reported ? 'reported' : null;

export async function undoObstacle(database: Database, mergerId: number): Promise<UndoObstacle> {
	return obstacleOf(await readState(database, mergerId));
}

/**
 * Brings back the teams of a merger, until the merged team's unit has reported. The merged team
 * keeps its row with an empty span: it never was.
 * @throws NotFoundError, ForbiddenError; ConflictError, its message the obstacle.
 */
export async function undoMerger(
	database: Database,
	actor: Actor,
	mergerId: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const state = await readState(transaction, mergerId);
		await requireDecider(transaction, actor, state.teamId);
		const obstacle = obstacleOf(state);
		if (obstacle !== null) throw new ConflictError(obstacle);
		await transaction.execute(
			sql`update team set closed_on = null
				where id in (select team_id from team_merger_source where merger_id = ${mergerId})`,
		);
		// Whoever left the merged team meanwhile has left.
		await transaction.execute(
			sql`update team_member member set ended_by_merger_id = null, until_on = (
					select next.until_on from team_member next
					where next.continues_id = member.id and next.team_id = ${state.teamId} limit 1
				)
				where member.ended_by_merger_id = ${mergerId}`,
		);
		await transaction.execute(
			sql`update team_member set until_on = from_on where team_id = ${state.teamId}`,
		);
		await transaction.execute(
			sql`update team set closed_on = founded_on where id = ${state.teamId}`,
		);
		await transaction.execute(
			sql`update team_merger set undone_at = ${now.toISOString()} where id = ${mergerId}`,
		);
		await writeAudit(transaction, {
			actor,
			action: 'team.undoMerger',
			subject: `team:${state.teamId}`,
			details: { merger: mergerId },
		});
	});
}
