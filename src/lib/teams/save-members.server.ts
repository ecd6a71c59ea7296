import { sql } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { InvalidError } from '../server/errors';
import { newBadgeToken } from './badge-token.server';
import { keptUnits } from './keepers.server';
import { parseRows, rowProblem, type RowProblem } from './parse-rows';
import { MemberInput } from './schemas';

interface StoredTeam extends Record<string, unknown> {
	id: number;
	keeps: boolean;
	foundedOn: string;
	closedOn: string | null;
}

/**
 * Adds and changes members, all of them or none.
 * @param rows not yet parsed, see `MemberInput`.
 * @returns the ids, in the order of the rows.
 * @throws InvalidError with every fault, its field as `<row>.<field>`.
 */
export async function saveMembers(
	database: Database,
	actor: Actor,
	rows: readonly unknown[],
): Promise<number[]> {
	const { parsed, problems } = parseRows(MemberInput, rows);
	if (problems.length > 0) throw new InvalidError(problems);
	if (parsed.length === 0) return [];
	return database.transaction(async (transaction) => {
		const teams = await lockTeams(transaction, actor, parsed);
		const found = parsed.flatMap((row, index) => faults(row, index, teams.get(row.teamId)));
		found.push(...(await foreignRows(transaction, parsed, teams)));
		if (found.length > 0) throw new InvalidError(found);
		const ids = await store(transaction, parsed);
		await refuseTwoLeaders(transaction, parsed);
		await writeAudit(transaction, {
			actor,
			action: 'member.save',
			subject: [...teams.keys()].map((id) => `team:${id}` as const),
			// Ids only: names and phones stay out of the log.
			details: {
				added: ids.filter((_, index) => parsed[index]?.id === undefined),
				changed: parsed.flatMap(({ id }) => (id === undefined ? [] : [id])),
			},
		});
		return ids;
	});
}

/** Taken in one order, so that two batches never wait for each other in a circle. */
async function lockTeams(
	database: Database,
	actor: Actor,
	rows: readonly MemberInput[],
): Promise<Map<number, StoredTeam>> {
	const ids = [...new Set(rows.map(({ teamId }) => teamId))];
	const teams = await queryRows<StoredTeam>(
		database,
		sql`with kept as materialized (select id from ${keptUnits(actor)} kept_units)
			select team.id, team.unit_id in (select id from kept) as keeps,
				team.founded_on::text as "foundedOn", team.closed_on::text as "closedOn"
			from team where team.id in ${idList(ids)}
			order by team.id for update of team`,
	);
	return new Map(teams.map((team) => [team.id, team]));
}

function faults(row: MemberInput, index: number, team: StoredTeam | undefined): RowProblem[] {
	if (!team?.keeps)
		return [rowProblem(index, 'teamId', 'notYourTeam', 'this account does not keep the team')];
	if (row.fromOn < team.foundedOn)
		return [rowProblem(index, 'fromOn', 'beforeTeam', `the team was founded on ${team.foundedOn}`)];
	const { closedOn } = team;
	if (closedOn !== null && (row.untilOn === null || row.untilOn > closedOn))
		return [rowProblem(index, 'untilOn', 'afterTeam', `the team closed on ${closedOn}`)];
	return [];
}

/** Rows to change that are not there, or belong to another team; of others' teams nothing is told. */
async function foreignRows(
	database: Database,
	rows: readonly MemberInput[],
	teams: ReadonlyMap<number, StoredTeam>,
): Promise<RowProblem[]> {
	const numbered = rows.map(({ id, teamId }, index) => ({ id, teamId, index }));
	const given = JSON.stringify(numbered.filter(({ teamId }) => teams.get(teamId)?.keeps));
	const foreign = await queryRows<{ index: number }>(
		database,
		sql`select row.index from jsonb_to_recordset(${given}::jsonb) as row (id int, "teamId" int, index int)
			left join team_member member on member.id = row.id and member.team_id = row."teamId"
			where row.id is not null and member.id is null`,
	);
	return foreign.map(({ index }) =>
		rowProblem(index, 'id', 'unknownMember', 'the team has no such member'),
	);
}

async function store(database: Database, rows: readonly MemberInput[]): Promise<number[]> {
	const numbered = JSON.stringify(
		rows.map((row, line) => ({
			...row,
			line,
			keepsKind: row.organisationKind === undefined,
			keepsSmartphone: row.smartphone === undefined,
			badgeToken: newBadgeToken(),
		})),
	);
	const recordset = sql`jsonb_to_recordset(${numbered}::jsonb)
		as row (line int, id int, "teamId" int, "fullName" text, role text, position text, organisation text,
			"organisationKind" text, smartphone boolean, "zaloContact" boolean, "keepsKind" boolean, "keepsSmartphone" boolean,
			youth boolean, phone text, skills int[], "fromOn" date, "untilOn" date, "continuesId" int, "badgeToken" text)`;
	await database.execute(
		sql`update team_member set full_name = row."fullName", role = row.role, position = row.position,
				organisation = row.organisation,
				organisation_kind = case when row."keepsKind" then team_member.organisation_kind else row."organisationKind" end,
				smartphone = case when row."keepsSmartphone" then team_member.smartphone else row.smartphone end,
				zalo_contact = coalesce(row."zaloContact", team_member.zalo_contact),
				youth = row.youth, phone = row.phone, skills = row.skills,
				from_on = row."fromOn", until_on = row."untilOn"
			from ${recordset} where team_member.id = row.id`,
	);
	// Identities are given in the order of the rows, so the lowest id belongs to the first new one.
	const added = await queryRows<{ id: number }>(
		database,
		sql`insert into team_member (team_id, full_name, role, position, organisation, organisation_kind, smartphone,
				zalo_contact, area_ids, account_id, youth, phone, skills, from_on, until_on, continues_id, badge_token)
			select row."teamId", row."fullName", row.role, row.position, row.organisation,
				case when row."keepsKind" then before.organisation_kind else row."organisationKind" end,
				case when row."keepsSmartphone" then before.smartphone else row.smartphone end,
				coalesce(row."zaloContact", before.zalo_contact, false), coalesce(before.area_ids, '{}'), before.account_id,
				row.youth, row.phone, row.skills, row."fromOn", row."untilOn", row."continuesId", row."badgeToken"
			from ${recordset} left join team_member before on before.id = row."continuesId"
			where row.id is null order by line
			returning id`,
	);
	const fresh = added.map(({ id }) => id).sort((a, b) => a - b);
	return rows.map(({ id }) => {
		const own = id ?? fresh.shift();
		if (own === undefined) throw new Error('Every new member has an id.');
		return own;
	});
}

/** After the rows are stored: whoever is replaced may come later in the batch than who replaces them. */
async function refuseTwoLeaders(database: Database, rows: readonly MemberInput[]): Promise<void> {
	const ids = idList(new Set(rows.map(({ teamId }) => teamId)));
	const teams = await queryRows<{ teamId: number }>(
		database,
		sql`select distinct one.team_id as "teamId"
			from team_member one
			join team_member other on other.team_id = one.team_id and other.id > one.id and other.role = 'leader'
				and one.from_on < coalesce(other.until_on, 'infinity')
				and other.from_on < coalesce(one.until_on, 'infinity')
				and other.until_on is distinct from other.from_on
			where one.role = 'leader' and one.until_on is distinct from one.from_on
				and one.team_id in ${ids}`,
	);
	const crowded = new Set(teams.map(({ teamId }) => teamId));
	if (crowded.size === 0) return;
	throw new InvalidError(
		rows.flatMap(({ teamId, role }, index) =>
			crowded.has(teamId) && role === 'leader'
				? [rowProblem(index, 'role', 'twoLeaders', 'the team has another leader at that time')]
				: [],
		),
	);
}
