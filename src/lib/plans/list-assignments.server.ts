import { sql } from 'drizzle-orm';
import type { Actor } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import type { AssignmentState } from '../contracts/plans';
import { queryRows, type Database } from '../server/db/client';
import { idList } from '../server/db/among';

export interface ListedAssignment extends Record<string, unknown> {
	taskId: number;
	planId: number;
	what: string;
	lead: string;
	startsOn: string;
	dueOn: string;
	product: string;
	state: AssignmentState;
	doneOn: string | null;
	/** Whose hands it is in. */
	unitId: number;
	unitKind: UnitKind;
	unitName: string;
	/** Whose plan it stands in. */
	givenByKind: UnitKind;
	givenByName: string;
	isGivenFromAbove: boolean;
}

/**
 * What is still open of the tasks in the hands of the units that the actor's roles name themselves,
 * those that are due first on top. What lies further below is seen in the plans.
 */
export async function listOpenAssignments(
	database: Database,
	actor: Actor,
	{ limit }: { limit: number },
): Promise<{ assignments: ListedAssignment[]; total: number }> {
	const own = idList(new Set(actor.grants.map(({ unitId }) => unitId)));
	const rows = await queryRows<ListedAssignment & { total: number }>(
		database,
		sql`select task.id as "taskId", task.plan_id as "planId", task.what, task.lead,
				task.starts_on::text as "startsOn", task.due_on::text as "dueOn", task.product,
				given.state, given.done_on::text as "doneOn",
				unit.id as "unitId", unit.kind as "unitKind", unit.name as "unitName",
				giver.kind as "givenByKind", giver.name as "givenByName",
				giver.id <> unit.id as "isGivenFromAbove", count(*) over ()::int as total
			from task_assignment given
			join plan_task task on task.id = given.task_id and task.dropped_at is null
			join plan on plan.id = task.plan_id
			join admin_unit unit on unit.id = given.unit_id
			join admin_unit giver on giver.id = plan.unit_id
			where given.unit_id in ${own} and given.state = 'open'
			order by task.due_on, task.id, unit.code
			limit ${limit}`,
	);
	return { assignments: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
