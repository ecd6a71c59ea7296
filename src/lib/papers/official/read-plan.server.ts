import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import type { PlannedTask } from './narrative/plan';

/** A unit's own tasks, whoever planned them, that begin before a day and aren't older than a year. */
export function readPlannedTasks(
	database: Database,
	unitId: number,
	{ from, until }: { from: string; until: string },
): Promise<PlannedTask[]> {
	return queryRows<PlannedTask & Record<string, unknown>>(
		database,
		sql`select task.what, task.lead, task.starts_on::text as "startsOn",
				task.due_on::text as "dueOn", assignment.done_on::text as "doneOn"
			from task_assignment assignment join plan_task task on task.id = assignment.task_id
			where assignment.unit_id = ${unitId} and task.dropped_at is null
				and task.starts_on <= ${until}
				and (task.due_on >= ${from} or assignment.done_on is null or assignment.done_on >= ${from})
			order by task.due_on, task.id`,
	);
}
