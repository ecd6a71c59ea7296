import { sql } from 'drizzle-orm';
import { dayList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import { statedSize } from '../size.server';
import { countRegistry, reportedFigures, type CountedTeam, type RegistryFigures } from './figures';

/** As `readRegistryByDay`, by the indicators of a report's form; see `reportedFigures`. */
export async function readReportedFigures(
	database: Database,
	unitIds: readonly number[],
	days: readonly string[],
): Promise<Map<string, Map<number, ReturnType<typeof reportedFigures>>>> {
	const byDay = await readRegistryByDay(database, unitIds, days);
	return new Map(
		[...byDay].map(([day, figures]) => [
			day,
			new Map([...figures].map(([unitId, own]) => [unitId, reportedFigures(own)])),
		]),
	);
}

/** As `readRegistryByDay`, on a single day. */
export async function readRegistryFigures(
	database: Database,
	unitIds: readonly number[],
	day: string,
): Promise<Map<number, RegistryFigures>> {
	return (await readRegistryByDay(database, unitIds, [day])).get(day) ?? new Map();
}

/** What the registry says, by local day, of each of these units with everything below it. */
async function readRegistryByDay(
	database: Database,
	unitIds: readonly number[],
	days: readonly string[],
): Promise<Map<string, Map<number, RegistryFigures>>> {
	const figures = new Map(days.map((day) => [day, new Map<number, RegistryFigures>()]));
	if (unitIds.length === 0 || days.length === 0) return figures;
	const teams = await queryRows<
		CountedTeam & { day: string; rootId: number } & Record<string, unknown>
	>(
		database,
		sql`with standing as materialized (
				select asked.day, tree.root_id, tree.level, team.* from ${unitsBelow(unitIds)} tree
				join team on team.unit_id = tree.id
				join ${dayList(days)} asked
					on team.founded_on <= asked.day and (team.closed_on is null or team.closed_on > asked.day)
			), roster as (
				select day, team_id, count(*)::int as named, (count(*) filter (where youth))::int as youths
				from (select distinct day, id from standing) team join team_member member on member.team_id = team.id
					and member.from_on <= team.day and (member.until_on is null or member.until_on > team.day)
				group by day, team_id
			)
			select team.day::text, team.root_id as "rootId", team.unit_id as "unitId", team.level, team.kind,
				coalesce(roster.named, 0) as named, coalesce(roster.youths, 0) as youths,
				team.reestablished_on::text as "reestablishedOn",
				team.zalo_group_name <> '' or team.zalo_group_link <> '' as "hasZaloGroup",
				team.household_group_name <> '' or team.household_group_link <> '' as "hasHouseholdGroup",
				exists (select from team_paper paper where paper.team_id = team.id
					and paper.kind = 'yearlyPlan' and paper.year = extract(year from team.day)) as "hasPlan",
				exists (select from team_paper paper where paper.team_id = team.id
					and paper.kind = 'workingRules') as "hasRules",
				${statedSize(sql`team.id`, sql`team.day`, null)} as stated,
				team.roster_complete_on::text as "rosterCompleteOn"
			from standing team
			left join roster on roster.team_id = team.id and roster.day = team.day`,
	);
	const places = await queryRows<{
		day: string;
		rootId: number;
		communes: number;
		villages: number;
	}>(
		database,
		sql`select asked.day::text, tree.root_id as "rootId",
				(count(*) filter (where tree.level = 'commune'))::int as communes,
				(count(*) filter (where tree.level = 'village'))::int as villages
			from ${unitsBelow(unitIds)} tree join admin_unit unit on unit.id = tree.id
			join ${dayList(days)} asked on ${isValidOn('unit', sql`asked.day`)}
			group by asked.day, tree.root_id`,
	);
	const keyOf = (rootId: number, day: string) => `${rootId}:${day}`;
	const teamsOf = new Map<string, CountedTeam[]>();
	for (const { rootId, day, ...team } of teams) {
		const others = teamsOf.get(keyOf(rootId, day));
		if (others) others.push(team);
		else teamsOf.set(keyOf(rootId, day), [team]);
	}
	for (const { rootId, day, ...number } of places) {
		const own = teamsOf.get(keyOf(rootId, day)) ?? [];
		figures.get(day)?.set(rootId, countRegistry(own, number, day));
	}
	return figures;
}
