import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import { statedSize } from '../size.server';
import { countRegistry, reportedFigures, type CountedTeam, type RegistryFigures } from './figures';

/** The same by the indicators of a report's form; see `reportedFigures`. */
export async function readReportedFigures(
	database: Database,
	unitIds: readonly number[],
	day: string,
): Promise<Map<number, ReturnType<typeof reportedFigures>>> {
	const figures = await readRegistryFigures(database, unitIds, day);
	return new Map([...figures].map(([unitId, own]) => [unitId, reportedFigures(own)]));
}

/** What the registry says on a day of each of these units with everything below it. */
export async function readRegistryFigures(
	database: Database,
	unitIds: readonly number[],
	day: string,
): Promise<Map<number, RegistryFigures>> {
	if (unitIds.length === 0) return new Map();
	const teams = await queryRows<CountedTeam & { rootId: number } & Record<string, unknown>>(
		database,
		sql`with roster as (
				select team_id, count(*)::int as named, (count(*) filter (where youth))::int as youths
				from team_member where from_on <= ${day} and (until_on is null or until_on > ${day})
				group by team_id
			)
			select tree.root_id as "rootId", team.unit_id as "unitId", tree.level, team.kind,
				coalesce(roster.named, 0) as named, coalesce(roster.youths, 0) as youths,
				team.reestablished_on::text as "reestablishedOn",
				team.zalo_group_name <> '' or team.zalo_group_link <> '' as "hasZaloGroup",
				team.household_group_name <> '' or team.household_group_link <> '' as "hasHouseholdGroup",
				exists (select from team_paper paper where paper.team_id = team.id
					and paper.kind = 'yearlyPlan' and paper.year = extract(year from ${day}::date)) as "hasPlan",
				exists (select from team_paper paper where paper.team_id = team.id
					and paper.kind = 'workingRules') as "hasRules",
				${statedSize(sql`team.id`, day)} as stated,
				team.roster_complete_on::text as "rosterCompleteOn"
			from ${unitsBelow(unitIds)} tree
			join team on team.unit_id = tree.id
			left join roster on roster.team_id = team.id
			where team.founded_on <= ${day} and (team.closed_on is null or team.closed_on > ${day})`,
	);
	const places = await queryRows<{ rootId: number; communes: number; villages: number }>(
		database,
		sql`select tree.root_id as "rootId",
				(count(*) filter (where tree.level = 'commune'))::int as communes,
				(count(*) filter (where tree.level = 'village'))::int as villages
			from ${unitsBelow(unitIds)} tree join admin_unit unit on unit.id = tree.id
			where ${isValidOn('unit', day)} group by tree.root_id`,
	);
	const teamsOf = new Map<number, CountedTeam[]>();
	for (const { rootId, ...team } of teams) {
		const known = teamsOf.get(rootId);
		if (known) known.push(team);
		else teamsOf.set(rootId, [team]);
	}
	return new Map(
		places.map(({ rootId, ...number }) => [
			rootId,
			countRegistry(teamsOf.get(rootId) ?? [], number, day),
		]),
	);
}
