import { sql } from 'drizzle-orm';
import { reachedUnits } from '../accounts/access/reach.server';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import type { PageRequest } from '../contracts/pages';
import { queryRows, type Database } from '../server/db/client';
import { onePage } from '../server/db/page';
import { isValidOn } from '../server/db/unit-tree';

export const planningLevels = [
	'province',
	'organisation',
	'district',
	'commune',
	'village',
] as const;

/** From the top down, as an array of the database. */
const levelOrder = sql`array[${sql.join(
	planningLevels.map((level) => sql`${level}`),
	sql`, `,
)}]`;
export type PlanningLevel = (typeof planningLevels)[number];

export interface PlanningUnit extends Record<string, unknown> {
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	parentName: string;
	/** Null: the unit has none for the year. */
	/** Of a list of teams. */
	teamId: number | null;
	teamName: string | null;
	/** Number of the yearly plan among the team's papers, where it has one instead. */
	paper: string | null;
	planId: number | null;
	title: string | null;
	/** Tasks that are still in the plan, and those of them that all who were given them have done. */
	tasks: number;
	done: number;
	/** Tasks past their due day that somebody has not done. */
	overdue: number;
}

export interface PlanningList {
	units: PlanningUnit[];
	/** Of what was selected. */
	total: number;
	/** Levels on which the actor sees units, with how many of them have a plan. */
	levels: { level: PlanningLevel; units: number; planned: number }[];
}

export interface PlanningSelection extends PageRequest {
	year: number;
	level: PlanningLevel | null;
	/** Only those without a plan. */
	missing: boolean;
	/** Teams instead of units. */
	ofTeams?: boolean;
}

/**
 * The units of a day that the actor sees on one level, with their plans for a year; those without
 * one first. Without a level the highest one that the actor sees.
 */
export async function listPlanningUnits(
	database: Database,
	actor: Actor,
	{ year, level, missing, ofTeams = false, page, pageSize }: PlanningSelection,
	today: string,
): Promise<PlanningList & { level: PlanningLevel | null }> {
	const seen = sql`unit.id in ${reachedUnits(actor, 'viewer')} and ${isValidOn('unit', today)}`;
	const holders = ofTeams
		? sql`admin_unit unit join team on team.unit_id = unit.id and team.founded_on <= ${today}
				and (team.closed_on is null or team.closed_on > ${today})
			left join plan on plan.team_id = team.id and plan.year = ${year}`
		: sql`admin_unit unit
			left join plan on plan.unit_id = unit.id and plan.team_id is null and plan.year = ${year}`;
	const teamColumns = ofTeams
		? sql`team.id as team_id, team.name as team_name`
		: sql`null::int as team_id, null::text as team_name`;
	// A team may have its plan as a paper alone.
	const filed = ofTeams
		? sql`(select max(paper.number) from team_paper paper
				where paper.team_id = team.id and paper.kind = 'yearlyPlan' and paper.year = ${year})`
		: sql`null::text`;
	const levels = await queryRows<PlanningList['levels'][number] & Record<string, unknown>>(
		database,
		sql`select unit.level, count(*)::int as units,
				count(*) filter (where plan.id is not null or ${filed} is not null)::int as planned
			from ${holders}
			where ${seen} and unit.level = any(${levelOrder})
			group by unit.level
			order by array_position(${levelOrder}, unit.level)`,
	);
	const shown = levels.find((each) => each.level === level)?.level ?? levels[0]?.level ?? null;
	if (shown === null) return { units: [], total: 0, levels, level: null };
	const rows = await queryRows<PlanningUnit & { total: number }>(
		database,
		sql`with listed as (
				select unit.id, unit.kind, unit.name, unit.code, unit.parent_id, plan.id as plan_id, plan.title,
					${teamColumns}, ${filed} as paper, count(*) over ()::int as total
				from ${holders}
				where ${seen} and unit.level = ${shown} ${missing ? sql`and plan.id is null and ${filed} is null` : sql``}
				order by plan.id is not null or ${filed} is not null, unit.code, team_id
				${onePage({ page, pageSize })}
			)
			select listed.id as "unitId", listed.kind as "unitKind", listed.name as "unitName",
				coalesce(parent.name, '') as "parentName", listed.plan_id as "planId", listed.title,
				listed.team_id as "teamId", listed.team_name as "teamName", listed.paper,
				listed.total, counts.tasks, counts.done, counts.overdue
			from listed
			left join admin_unit parent on parent.id = listed.parent_id and parent.level <> 'country'
			cross join lateral (
				select count(*)::int as tasks, count(*) filter (where open = 0)::int as done,
					count(*) filter (where open > 0 and due_on < ${today})::int as overdue
				from (
					select task.due_on, count(*) filter (where given.state = 'open') as open
					from plan_task task join task_assignment given on given.task_id = task.id
					where task.plan_id = listed.plan_id and task.dropped_at is null
					group by task.id
				) each_task
			) counts
			order by listed.plan_id is not null or listed.paper is not null, listed.code, listed.team_id`,
	);
	return {
		units: rows.map(({ total: _, ...unit }) => unit),
		total: rows[0]?.total ?? 0,
		levels,
		level: shown,
	};
}
