import { sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { searchKey } from '../../contracts/text/search-key';
import type { TeamKind } from '../../contracts/teams/teams';
import { queryRows, type Database } from '../../server/db/client';
import { teamReopening } from '../../server/db/schema';
import { ConflictError, InvalidError } from '../../server/errors';
import { requireDecider } from '../keepers.server';

/** Why a team can't be reopened; what came of a merger, or went into one, is undone with it. */
export type ReopenObstacle = 'open' | 'neverWas' | 'merged' | 'replaced' | 'unitEnded';

interface Closed extends Record<string, unknown> {
	name: string;
	kind: TeamKind;
	closedOn: string | null;
	neverWas: boolean;
	unitEnded: boolean;
	merged: boolean;
	/** Teams of the unit that stand, or stood, after it closed. */
	others: { name: string; kind: TeamKind; after: boolean }[];
}

async function readClosed(database: Database, teamId: number): Promise<Closed | undefined> {
	const [closed] = await queryRows<Closed>(
		database,
		sql`select team.name, team.kind, team.closed_on::text as "closedOn",
				coalesce(team.closed_on = team.founded_on, false) as "neverWas",
				unit.valid_to is not null as "unitEnded", exists (
					select from team_merger_source source
					join team_merger merger on merger.id = source.merger_id and merger.undone_at is null
					where source.team_id = team.id
				) as merged, (
					select coalesce(jsonb_agg(jsonb_build_object('name', other.name, 'kind', other.kind,
						'after', other.founded_on >= team.closed_on)), '[]')
					from team other
					where other.unit_id = team.unit_id and other.id <> team.id
						and other.closed_on is distinct from other.founded_on
						and (other.closed_on is null or other.closed_on > team.closed_on)
				) as others
			from team join admin_unit unit on unit.id = team.unit_id
			where team.id = ${teamId} for update of team`,
	);
	return closed;
}

function obstacleOf(team: Closed | undefined): ReopenObstacle | null {
	if (!team || team.closedOn === null) return 'open';
	if (team.neverWas) return 'neverWas';
	if (team.merged) return 'merged';
	if (team.unitEnded) return 'unitEnded';
	const replaced = team.others.some(
		({ name, kind, after }) =>
			searchKey(name) === searchKey(team.name) || (after && sameWork(kind, team.kind)),
	);
	return replaced ? 'replaced' : null;
}

/** A merged team does what the community's team did. */
const sameWork = (one: TeamKind, other: TeamKind) =>
	(one === 'merged' ? 'cnscd' : one) === (other === 'merged' ? 'cnscd' : other);

/** Null while the team can be reopened. */
export async function reopenObstacle(
	database: Database,
	teamId: number,
): Promise<ReopenObstacle | null> {
	return obstacleOf(await readClosed(database, teamId));
}

/**
 * Takes a wrong closing back: the team goes on as if it had never closed, with whom its closing ended.
 * @throws NotFoundError, ForbiddenError; InvalidError without a reason; ConflictError, its message
 * the obstacle.
 */
export async function reopenTeam(
	database: Database,
	actor: Actor,
	teamId: number,
	typedReason: string,
	now: Date,
): Promise<void> {
	const reason = typedReason.trim();
	if (reason.length < 5 || reason.length > 500)
		throw new InvalidError([
			{ field: 'reason', rule: 'reason', message: 'should have 5 to 500 characters' },
		]);
	await database.transaction(async (transaction) => {
		await requireDecider(transaction, actor, teamId);
		const team = await readClosed(transaction, teamId);
		const obstacle = obstacleOf(team);
		if (obstacle !== null || !team?.closedOn) throw new ConflictError(obstacle ?? 'open');
		const { closedOn } = team;
		// Whoever took another role that day goes on in that one.
		await transaction.execute(
			sql`update team_member member set until_on = null
				where team_id = ${teamId} and until_on = ${closedOn} and from_on < until_on
					and not exists (select from team_member next where next.continues_id = member.id)`,
		);
		await transaction.execute(sql`update team set closed_on = null where id = ${teamId}`);
		await transaction
			.insert(teamReopening)
			.values({ teamId, closedOn, reason, reopenedBy: actor.accountId, reopenedAt: now });
		await writeAudit(transaction, {
			actor,
			action: 'team.reopen',
			subject: `team:${teamId}`,
			details: { closedOn },
		});
	});
}
