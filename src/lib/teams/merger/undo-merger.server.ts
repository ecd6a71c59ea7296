import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { ConflictError, NotFoundError } from '../../server/errors';
import { requireDecider } from '../keepers.server';

/** Why a merger can't be undone any more; null while it can. */
export type UndoObstacle = 'undone' | 'reported' | 'closed' | null;

interface MergerState extends Record<string, unknown> {
	id: number;
	teamId: number;
	undone: boolean;
	reported: boolean;
	closed: boolean;
}

const missing = (mergerId: number) => `There is no merger ${mergerId}.`;

/** Of several mergers at once; those that aren't there are left out. */
export async function readStates(
	database: Database,
	mergerIds: readonly number[],
): Promise<MergerState[]> {
	return queryRows<MergerState>(
		database,
		sql`select merger.id, merger.team_id as "teamId", merger.undone_at is not null as undone,
				team.closed_on is not null as closed, exists (
					select from report join report_revision revision on revision.report_id = report.id
					where report.unit_id = team.unit_id and revision.received_at > merger.decided_at
				) as reported
			from team_merger merger join team on team.id = merger.team_id
			where merger.id in ${idList(mergerIds)} order by merger.id for update of merger, team`,
	);
}

async function readState(database: Database, mergerId: number): Promise<MergerState> {
	const [state] = await readStates(database, [mergerId]);
	if (!state) throw new NotFoundError(missing(mergerId));
	return state;
}

export const obstacleOf = ({ undone, closed, reported }: MergerState): UndoObstacle =>
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
		await requireDecider(transaction, actor, state.teamId, missing(mergerId));
		const obstacle = obstacleOf(state);
		if (obstacle !== null) throw new ConflictError(obstacle);
		await restoreTeams(transaction, [mergerId], now);
		await writeAudit(transaction, {
			actor,
			action: 'team.undoMerger',
			subject: `team:${state.teamId}`,
			details: { merger: mergerId },
		});
	});
}

/** Mergers that may be undone, undone; who may and what stands in the way is for the caller to ask. */
export async function restoreTeams(
	database: Database,
	mergerIds: readonly number[],
	now: Date,
): Promise<void> {
	const those = idList(mergerIds);
	const made = sql`(select team_id from team_merger where id in ${those})`;
	await database.execute(
		sql`update team set closed_on = null
			where id in (select team_id from team_merger_source where merger_id in ${those})`,
	);
	// Whoever left the merged team meanwhile has left.
	await database.execute(
		sql`update team_member member set ended_by_merger_id = null, until_on = (
				select next.until_on from team_member next
				where next.continues_id = member.id and next.team_id = merger.team_id limit 1
			)
			from team_merger merger
			where merger.id in ${those} and member.ended_by_merger_id = merger.id`,
	);
	await database.execute(sql`update team_member set until_on = from_on where team_id in ${made}`);
	await database.execute(sql`update team set closed_on = founded_on where id in ${made}`);
	await database.execute(
		sql`update team_merger set undone_at = ${now.toISOString()} where id in ${those}`,
	);
}
