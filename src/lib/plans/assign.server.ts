import { sql } from 'drizzle-orm';
import type { TaskAudience } from '../contracts/plans';
import { queryRows, type Database } from '../server/db/client';
import { taskAssignment } from '../server/db/schema';
import { unitsBelow } from '../server/db/unit-tree';
import { InvalidError } from '../server/errors';

/**
 * Puts a task into the hands of those for whom it is: the plan's own unit, or every unit of a level
 * below it that exists on the day.
 * @throws InvalidError when there is no such unit.
 */
export async function assignTask(
	database: Database,
	task: { id: number; unitId: number; audience: TaskAudience },
	day: string,
): Promise<void> {
	const units =
		task.audience === 'own'
			? [{ id: task.unitId }]
			: await queryRows<{ id: number }>(
					database,
					sql`select unit.id from ${unitsBelow(task.unitId, { on: day })} below
						join admin_unit unit on unit.id = below.id
						where below.depth > 0 and unit.level = ${task.audience}`,
				);
	if (units.length === 0)
		throw new InvalidError([
			{ field: 'audience', rule: 'noSuchUnits', message: 'no unit of that level lies below' },
		]);
	// Ten thousand villages have more parameters than a statement takes.
	for (let start = 0; start < units.length; start += 5000)
		await database
			.insert(taskAssignment)
			.values(units.slice(start, start + 5000).map(({ id }) => ({ taskId: task.id, unitId: id })));
}
