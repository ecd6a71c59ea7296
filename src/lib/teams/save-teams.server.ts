import { sql } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { searchKey } from '../contracts/text/search-key';
import { boardKind, teamLevels } from '../contracts/teams/teams';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { InvalidError } from '../server/errors';
import { keptUnits } from './keepers.server';
import { parseRows, rowProblem, type RowProblem } from './parse-rows';
import { TeamInput } from './schemas';

interface StoredUnit extends Record<string, unknown> {
	id: number;
	level: string;
	/** Its teams may be founded and closed, or only described. */
	decides: boolean;
	keeps: boolean;
}

interface StoredTeam extends Record<string, unknown> {
	id: number;
	unitId: number;
	name: string;
	foundedOn: string;
	closedOn: string | null;
	/** Day before which a member's row begins, or after which one ends; null without members. */
	firstDay: string | null;
	lastDay: string | null;
}

/**
 * Adds and changes teams, all of them or none.
 * @param rows not yet parsed, see `TeamInput`.
 * @returns the ids, in the order of the rows.
 * @throws InvalidError with every fault, its field as `<row>.<field>`.
 */
export async function saveTeams(
	database: Database,
	actor: Actor,
	rows: readonly unknown[],
): Promise<number[]> {
	const { parsed, problems } = parseRows(TeamInput, rows);
	if (problems.length > 0) throw new InvalidError(problems);
	if (parsed.length === 0) return [];
	return database.transaction(async (transaction) => {
		const units = await readUnits(transaction, actor, parsed);
		const storedTeams = await readTeams(transaction, parsed);
		const found = parsed.flatMap((row, index) => faults(row, index, units, storedTeams));
		found.push(...duplicates(parsed, storedTeams));
		if (found.length > 0) throw new InvalidError(found);
		const ids = await store(transaction, parsed);
		const added = parsed.filter(({ id }) => id === undefined).length;
		await writeAudit(transaction, {
			actor,
			action: 'team.save',
			subject: ids.map((id) => `team:${id}` as const),
			details: { added, changed: parsed.length - added },
		});
		return ids;
	});
}

async function readUnits(
	database: Database,
	actor: Actor,
	rows: readonly TeamInput[],
): Promise<Map<number, StoredUnit>> {
	const units = await queryRows<StoredUnit>(
		database,
		sql`with kept as materialized (select id from ${keptUnits(actor)} kept_units)
			select unit.id, unit.level, unit.id in (select id from kept) as keeps,
				coalesce(case unit.level when 'village' then unit.parent_id else unit.id end
					in (select id from kept), false) as decides
			from admin_unit unit
			where unit.id in ${idList(new Set(rows.map(({ unitId }) => unitId)))}`,
	);
	return new Map(units.map((unit) => [unit.id, unit]));
}

/** The teams named by the rows, and all those of their units. */
async function readTeams(
	database: Database,
	rows: readonly TeamInput[],
): Promise<Map<number, StoredTeam>> {
	const teams = await queryRows<StoredTeam>(
		database,
		sql`with row as (
				select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id int, "unitId" int)
			)
			select team.id, team.unit_id as "unitId", team.name, team.founded_on::text as "foundedOn",
				team.closed_on::text as "closedOn", span.first::text as "firstDay", span.last::text as "lastDay"
			from team
			left join (
				select team_id, min(from_on) as first, max(coalesce(until_on, 'infinity')) as last
				from team_member where team_id in (select id from row) and until_on is distinct from from_on
				group by team_id
			) span on span.team_id = team.id
			where team.id in (select id from row) or team.unit_id in (select "unitId" from row)
			for update of team`,
	);
	return new Map(teams.map((team) => [team.id, team]));
}

function faults(
	row: TeamInput,
	index: number,
	units: ReadonlyMap<number, StoredUnit>,
	storedTeams: ReadonlyMap<number, StoredTeam>,
): RowProblem[] {
	const unit = units.get(row.unitId);
	const fault = (field: string, rule: string, message: string) => [
		rowProblem(index, field, rule, message),
	];
	if (row.kind === boardKind && unit?.level === 'village')
		return fault('kind', 'boardLevel', 'villages have no steering board');
	if (!unit?.keeps) return fault('unitId', 'notYourUnit', 'this account keeps no team there');
	if (!teamLevels.some((level) => level === unit.level))
		return fault('unitId', 'noTeamsThere', `a ${unit.level} has no teams`);
	const before = row.id === undefined ? undefined : storedTeams.get(row.id);
	if (row.id !== undefined && before?.unitId !== row.unitId)
		return fault('id', 'unknownTeam', `the unit has no team ${row.id}`);
	const decides = !before || before.foundedOn !== row.foundedOn || before.closedOn !== row.closedOn;
	if (decides && !unit.decides)
		return fault('unitId', 'notYoursToDecide', 'founding and closing is for the level above');
	if (before?.firstDay != null && before.firstDay < row.foundedOn)
		return fault('foundedOn', 'membersBefore', `a member serves since ${before.firstDay}`);
	if (row.closedOn !== null && before?.lastDay != null && before.lastDay > row.closedOn)
		return fault('closedOn', 'membersAfter', 'members still serve on that day');
	return [];
}

/** Two teams of one name in one unit at the same time can't be told apart. */
function duplicates(
	rows: readonly TeamInput[],
	storedTeams: ReadonlyMap<number, StoredTeam>,
): RowProblem[] {
	const changed = new Set(rows.map(({ id }) => id));
	const spans = new Map<string, { foundedOn: string; closedOn: string | null }[]>();
	const keyOf = (unitId: number, name: string) => `${unitId} ${searchKey(name)}`;
	for (const { id, unitId, name, foundedOn, closedOn } of storedTeams.values())
		if (!changed.has(id)) {
			const key = keyOf(unitId, name);
			spans.set(key, [...(spans.get(key) ?? []), { foundedOn, closedOn }]);
		}
	return rows.flatMap(({ unitId, name, foundedOn, closedOn }, index) => {
		const key = keyOf(unitId, name);
		const others = spans.get(key) ?? [];
		spans.set(key, [...others, { foundedOn, closedOn }]);
		const overlaps = others.some(
			(other) =>
				(other.closedOn === null || other.closedOn > foundedOn) &&
				(closedOn === null || closedOn > other.foundedOn),
		);
		return overlaps
			? [rowProblem(index, 'name', 'sameName', 'the unit has a team of this name already')]
			: [];
	});
}

async function store(database: Database, rows: readonly TeamInput[]): Promise<number[]> {
	const numbered = JSON.stringify(rows.map((row, position) => ({ ...row, position })));
	const recordset = sql`jsonb_to_recordset(${numbered}::jsonb)
		as row (position int, id int, "unitId" int, name text, kind text, "foundedOn" date, "reestablishedOn" date,
			"closedOn" date, "zaloGroupName" text, "zaloGroupLink" text, "zaloParties" text[],
			"householdGroupName" text, "householdGroupLink" text)`;
	await database.execute(
		sql`update team set name = row.name, kind = row.kind, founded_on = row."foundedOn",
				reestablished_on = row."reestablishedOn", closed_on = row."closedOn",
				zalo_group_name = row."zaloGroupName", zalo_group_link = row."zaloGroupLink",
				zalo_parties = coalesce(row."zaloParties", team.zalo_parties),
				household_group_name = coalesce(row."householdGroupName", team.household_group_name),
				household_group_link = coalesce(row."householdGroupLink", team.household_group_link)
			from ${recordset} where team.id = row.id`,
	);
	// Identities are given in the order of the rows, so the lowest id belongs to the first new one.
	const added = await queryRows<{ id: number }>(
		database,
		sql`insert into team (unit_id, name, kind, founded_on, reestablished_on, closed_on, zalo_group_name, zalo_group_link,
				zalo_parties, household_group_name, household_group_link)
			select "unitId", name, kind, "foundedOn", "reestablishedOn", "closedOn", "zaloGroupName", "zaloGroupLink",
				coalesce("zaloParties", '{}'), coalesce("householdGroupName", ''), coalesce("householdGroupLink", '')
			from ${recordset} where row.id is null order by position
			returning id`,
	);
	const fresh = added.map(({ id }) => id).sort((a, b) => a - b);
	return rows.map(({ id }) => {
		const own = id ?? fresh.shift();
		if (own === undefined) throw new Error('Every new team has an id.');
		return own;
	});
}
