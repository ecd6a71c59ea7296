import { sql } from 'drizzle-orm';
import { addDays } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';
import { idList } from '../server/db/among';

export interface DueTask extends Record<string, unknown> {
	unitId: number;
	what: string;
	/** The last day on which it is in time. */
	dueOn: string;
}

/** Days from the due day at which whoever has a task is reminded of it. */
const steps = [-7, -1, 1, 7, 30];

/** What is open in the hands of units and is to be reminded of on a local day, by due day. */
export const readDueTasks = (
	database: Database,
	unitIds: readonly number[],
	today: string,
): Promise<DueTask[]> =>
	queryRows<DueTask>(
		database,
		sql`select given.unit_id as "unitId", task.what, task.due_on::text as "dueOn"
			from task_assignment given join plan_task task on task.id = given.task_id
			where given.unit_id in ${idList(unitIds)} and given.state = 'open'
				and task.dropped_at is null
				and task.due_on in (${sql.join(
					steps.map((days) => sql`${addDays(today, -days)}::date`),
					sql`, `,
				)})
			order by task.due_on, task.id`,
	);
