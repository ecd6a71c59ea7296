import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { queryRows, type Database } from '../../server/db/client';
import { idList } from '../../server/db/among';
import { instant } from '../../server/db/instant';
import { newBadgeToken } from '../badge-token.server';
import type { PlannedTeam } from './plan';

export interface MergerFacts {
	mergedOn: string;
	decision: string;
	now: Date;
	/** The step that the mergers are part of; null of one decided by itself. */
	batchId: number | null;
}

/**
 * Stores mergers that were checked before, however many, in a few statements: new teams with their
 * rosters, the others closed with their members.
 * @returns the ids of the new teams, in the order of the plans.
 */
export async function storeMergers(
	database: Database,
	actor: Actor,
	plans: readonly PlannedTeam[],
	{ mergedOn, decision, now, batchId }: MergerFacts,
): Promise<number[]> {
	const teams = plans.map(({ unitId, name, kind }, position) => ({ unitId, name, kind, position }));
	// A merger is how teams are re-established (kiện toàn, 004 §1.1 and §2.1b): it counts as such on its day.
	// Identities are given in the order of the rows.
	const made = await queryRows<{ id: number }>(
		database,
		sql`insert into team (unit_id, name, kind, founded_on, reestablished_on)
			select "unitId", name, kind, ${mergedOn}::date, ${mergedOn}::date
			from jsonb_to_recordset(${JSON.stringify(teams)}::jsonb)
				as row ("unitId" int, name text, kind text, position int) order by position
			returning id`,
	);
	const teamIds = made.map(({ id }) => id).sort((a, b) => a - b);
	const withTeam = plans.map((plan, index) => ({ ...plan, teamId: teamIds[index] ?? 0 }));
	const mergers = await queryRows<{ id: number; teamId: number }>(
		database,
		sql`insert into team_merger (team_id, merged_on, decided_by, decided_at, batch_id)
			select id, ${mergedOn}::date, ${actor.accountId}::int, ${instant(now)}, ${batchId}::int
			from team where id in ${idList(teamIds)} order by id
			returning id, team_id as "teamId"`,
	);
	const mergerOf = new Map(mergers.map(({ id, teamId }) => [teamId, id]));
	const sources = withTeam.flatMap(({ teamId, teamIds: those }) =>
		those.map((sourceId) => ({ mergerId: mergerOf.get(teamId), sourceId })),
	);
	await database.execute(
		sql`insert into team_merger_source (merger_id, team_id)
			select "mergerId", "sourceId" from jsonb_to_recordset(${JSON.stringify(sources)}::jsonb)
				as row ("mergerId" int, "sourceId" int)`,
	);
	await moveMembers(database, withTeam, mergedOn);
	const stated = withTeam.flatMap(({ teamId, stated: members }) =>
		members === null ? [] : [{ teamId, members }],
	);
	await database.execute(
		sql`insert into stated_team_size (team_id, stated_on, members)
			select "teamId", ${mergedOn}::date, members
			from jsonb_to_recordset(${JSON.stringify(stated)}::jsonb) as row ("teamId" int, members int)`,
	);
	const those = idList(mergers.map(({ id }) => id));
	await database.execute(
		sql`update team_member member set until_on = ${mergedOn}, ended_by_merger_id = source.merger_id
			from team_merger_source source
			where source.merger_id in ${those} and member.team_id = source.team_id
				and (member.until_on is null or member.until_on > ${mergedOn})`,
	);
	await database.execute(
		sql`update team set closed_on = ${mergedOn}
			where id in (select team_id from team_merger_source where merger_id in ${those})`,
	);
	await database.execute(
		sql`insert into team_paper (team_id, kind, number)
			select id, 'merger', ${decision} from team where id in ${idList(teamIds)} order by id`,
	);
	return teamIds;
}

async function moveMembers(
	database: Database,
	plans: readonly (PlannedTeam & { teamId: number })[],
	mergedOn: string,
): Promise<void> {
	const rows = plans.flatMap(({ teamId, roster }) =>
		roster.map((person) => ({ ...person, teamId, badgeToken: newBadgeToken() })),
	);
	const numbered = JSON.stringify(rows.map((row, line) => ({ ...row, line })));
	await database.execute(
		sql`insert into team_member (team_id, full_name, role, position, organisation, organisation_kind, smartphone,
				zalo_contact, area_ids, account_id, youth, phone, skills, from_on, until_on, continues_id, badge_token)
			select row."teamId", row."fullName", row.role, row.position, row.organisation, row."organisationKind",
				row.smartphone, row."zaloContact", before.area_ids, before.account_id, row.youth, row.phone, row.skills,
				${mergedOn}::date, row."untilOn", row."continuesId", row."badgeToken"
			from jsonb_to_recordset(${numbered}::jsonb)
				as row (line int, "teamId" int, "fullName" text, role text, position text, organisation text,
					"organisationKind" text, smartphone boolean, "zaloContact" boolean, youth boolean, phone text,
					skills int[], "untilOn" date, "continuesId" int, "badgeToken" text)
			join team_member before on before.id = row."continuesId" order by row.line`,
	);
}
