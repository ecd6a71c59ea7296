import { sql } from 'drizzle-orm';
import { taskAudiences, type TaskAudience } from '../contracts/plans';
import { queryRows, type Database } from '../server/db/client';
import { unitsBelow } from '../server/db/unit-tree';

/** Whom a task of a plan may be given to: of the levels below its unit, those that have units on the day. */
export async function readAudiences(
	database: Database,
	plan: { unitId: number; isOfTeam: boolean },
	day: string,
): Promise<TaskAudience[]> {
	if (plan.isOfTeam) return ['own'];
	const below = await queryRows<{ level: string }>(
		database,
		sql`select distinct level from ${unitsBelow(plan.unitId, { on: day })} below where depth > 0`,
	);
	const levels = new Set(below.map(({ level }) => level));
	return taskAudiences.filter((audience) => audience === 'own' || levels.has(audience));
}
