import { asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../../server/db/client';
import { adminUnit, compositionRule } from '../../server/db/schema';
import { Demand, type CompositionRule } from '../composition';

export interface ListedRule extends CompositionRule {
	/** Null: everywhere. */
	unitName: string | null;
}

/** Every version of every rule, closed ones included, oldest first. */
export async function readRules(database: Database): Promise<ListedRule[]> {
	const rows = await database
		.select({ rule: compositionRule, unitName: adminUnit.name })
		.from(compositionRule)
		.leftJoin(adminUnit, eq(adminUnit.id, compositionRule.unitId))
		.orderBy(asc(compositionRule.validFrom), asc(compositionRule.id));
	return rows.map(({ rule: { code: _, ...rule }, unitName }) => ({
		...rule,
		demand: v.parse(Demand, rule.demand),
		unitName,
	}));
}
