import { readLevelsBelow } from '../admin-units/structure/levels-below.server';
import { taskAudiences, type TaskAudience } from '../contracts/plans';
import type { Database } from '../server/db/client';

/** Whom a task of a plan may be given to: of the levels below its unit, those that have units on the day. */
export async function readAudiences(
	database: Database,
	plan: { unitId: number; isOfTeam: boolean },
	day: string,
): Promise<TaskAudience[]> {
	if (plan.isOfTeam) return ['own'];
	const levels: readonly string[] = await readLevelsBelow(database, plan.unitId, day);
	return taskAudiences.filter((audience) => audience === 'own' || levels.includes(audience));
}
