import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import type { Member, Merger, Paper, Reopening, TeamFacts } from './view';

/**
 * What is known of a team, people aside. Who may ask is for the caller to decide.
 * @throws NotFoundError
 */
export async function readTeamFacts(database: Database, teamId: number): Promise<TeamFacts> {
	const [facts] = await queryRows<TeamFacts & Record<string, unknown>>(
		database,
		sql`with recursive upwards as (
				select unit.*, 0 as distance from admin_unit unit
				where id = (select unit_id from team where id = ${teamId})
				union all
				select above.*, distance + 1 from admin_unit above join upwards on above.id = upwards.parent_id
			), place as (
				select level, distance, id,
					jsonb_build_object('id', id, 'code', code, 'kind', kind, 'name', name, 'level', level) as shown
				from upwards
			)
			select team.id, team.name, team.kind, team.founded_on::text as "foundedOn",
				team.reestablished_on::text as "reestablishedOn", team.closed_on::text as "closedOn",
				team.zalo_group_name as "zaloGroupName", team.zalo_group_link as "zaloGroupLink",
				(select shown from place where distance = 0) as unit,
				(select array_agg(id order by distance) from place) as "unitIds",
				(select shown from place where level = 'commune') as commune,
				(select shown from place where level = 'district') as district
			from team where team.id = ${teamId}`,
	);
	if (!facts) throw new NotFoundError(`There is no team ${teamId}.`);
	return facts;
}

/** Everybody who ever served in the team, newest rows first; rows that an undo emptied are left out. */
export function readMembers(database: Database, teamId: number): Promise<Member[]> {
	return queryRows<Member & Record<string, unknown>>(
		database,
		sql`select id, full_name as "fullName", role, position, organisation, youth, phone, skills,
				from_on::text as "fromOn", until_on::text as "untilOn", continues_id as "continuesId"
			from team_member where team_id = ${teamId} and until_on is distinct from from_on
			order by from_on desc, id`,
	);
}

export function readPapers(database: Database, teamId: number): Promise<Paper[]> {
	return queryRows<Paper & Record<string, unknown>>(
		database,
		sql`select paper.id, paper.kind, paper.number, paper.issued_on::text as "issuedOn", paper.year,
				stored_file.name as "fileName"
			from team_paper paper left join stored_file on stored_file.id = paper.file_id
			where paper.team_id = ${teamId}
			order by coalesce(paper.issued_on, make_date(coalesce(paper.year, 1), 1, 1)) desc, paper.id desc`,
	);
}

/** Mergers that the team came out of or went into, newest first. */
export function readMergers(database: Database, teamId: number): Promise<Merger[]> {
	return queryRows<Merger & Record<string, unknown>>(
		database,
		sql`select merger.id, merger.merged_on::text as "mergedOn",
				to_char(merger.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt",
				to_char(merger.undone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "undoneAt",
				jsonb_build_object('id', result.id, 'name', result.name) as result,
				(select jsonb_agg(jsonb_build_object('id', team.id, 'name', team.name) order by team.id)
					from team_merger_source source join team on team.id = source.team_id
					where source.merger_id = merger.id) as sources
			from team_merger merger join team result on result.id = merger.team_id
			where merger.team_id = ${teamId} or exists (
				select from team_merger_source source
				where source.merger_id = merger.id and source.team_id = ${teamId}
			)
			order by merger.id desc`,
	);
}

/** Closings of the team that were taken back, newest first. */
export function readReopenings(database: Database, teamId: number): Promise<Reopening[]> {
	return queryRows<Reopening & Record<string, unknown>>(
		database,
		sql`select reopening.id, reopening.closed_on::text as "closedOn", reopening.reason,
				to_char(reopening.reopened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "reopenedAt",
				account.display_name as by
			from team_reopening reopening join account on account.id = reopening.reopened_by
			where reopening.team_id = ${teamId} order by reopening.id desc`,
	);
}
