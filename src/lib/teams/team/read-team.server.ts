import { sql } from 'drizzle-orm';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { NotFoundError } from '../../server/errors';
import type { Member, Merger, Paper, Reopening, TeamFacts } from './view';
import { unitsAbove } from '../../server/db/unit-tree';
import { statedSize } from '../size.server';
import { isoInstant } from '../../server/db/instant';

/**
 * What is known of a team, people aside. Who may ask is for the caller to decide.
 * @throws NotFoundError
 */
export async function readTeamFacts(database: Database, teamId: number): Promise<TeamFacts> {
	const [facts] = await queryRows<TeamFacts & Record<string, unknown>>(
		database,
		sql`with place as (
				select unit.level, line.depth as distance, unit.id, jsonb_build_object('id', unit.id,
					'code', unit.code, 'kind', unit.kind, 'name', unit.name, 'level', unit.level) as shown
				from ${unitsAbove(sql`(select unit_id from team where id = ${teamId})`)} line
				join admin_unit unit on unit.id = line.id
			)
			select team.id, team.name, team.kind, team.founded_on::text as "foundedOn",
				team.reestablished_on::text as "reestablishedOn", team.closed_on::text as "closedOn",
				team.zalo_group_name as "zaloGroupName", team.zalo_group_link as "zaloGroupLink",
				team.zalo_parties as "zaloParties", team.household_group_name as "householdGroupName",
				team.household_group_link as "householdGroupLink",
				team.roster_complete_on::text as "rosterCompleteOn",
				(select shown from place where distance = 0) as unit,
				(select array_agg(id order by distance) from place) as "unitIds",
				(select shown from place where level = 'commune') as commune,
				(select shown from place where level = 'district') as district
			from team where team.id = ${teamId}`,
	);
	if (!facts) throw new NotFoundError(`There is no team ${teamId}.`);
	return facts;
}

/** How many members the newest list up to a day states; null where none does. */
export async function readStatedSize(
	database: Database,
	teamId: number,
	day: string,
): Promise<number | null> {
	const [row] = await queryRows<{ stated: number | null }>(
		database,
		sql`select ${statedSize(sql`${teamId}::int`, day, null)} as stated`,
	);
	return row?.stated ?? null;
}

/** Everybody who ever served in the team, newest rows first; rows that an undo emptied are left out. */
export const readMembers = (database: Database, teamId: number): Promise<Member[]> =>
	queryRows<Member & Record<string, unknown>>(
		database,
		sql`select ${memberColumns} from team_member
			where team_id = ${teamId} and until_on is distinct from from_on
			order by from_on desc, id`,
	);

/** The same of many teams, each with its team. */
export const readMembersOf = (
	database: Database,
	teamIds: readonly number[],
): Promise<(Member & { teamId: number })[]> =>
	queryRows<Member & { teamId: number } & Record<string, unknown>>(
		database,
		sql`select team_id as "teamId", ${memberColumns} from team_member
			where team_id in ${idList(teamIds)} and until_on is distinct from from_on
			order by from_on desc, id`,
	);

const memberColumns = sql`id, full_name as "fullName", role, position, organisation,
	organisation_kind as "organisationKind", smartphone, zalo_contact as "zaloContact", youth, phone, skills,
	from_on::text as "fromOn", until_on::text as "untilOn", continues_id as "continuesId"`;

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
				${isoInstant(sql`merger.decided_at`)} as "decidedAt",
				${isoInstant(sql`merger.undone_at`)} as "undoneAt",
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
				${isoInstant(sql`reopening.reopened_at`)} as "reopenedAt",
				account.display_name as by
			from team_reopening reopening join account on account.id = reopening.reopened_by
			where reopening.team_id = ${teamId} order by reopening.id desc`,
	);
}
