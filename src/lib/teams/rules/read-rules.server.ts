import { asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../../server/db/client';
import { adminUnit, compositionRule } from '../../server/db/schema';
import { Demand, type CompositionRule } from '../composition';

/** Every version of every rule, closed ones included, oldest first. */
export async function readRules(database: Database): Promise<CompositionRule[]> {
	const rows = await database
		.select({ rule: compositionRule, unit: adminUnit })
		.from(compositionRule)
		.leftJoin(adminUnit, eq(adminUnit.id, compositionRule.unitId))
		.orderBy(asc(compositionRule.validFrom), asc(compositionRule.id));
	return rows.map(({ rule: { code: _, ...rule }, unit }) => ({
		...rule,
		demand: v.parse(Demand, rule.demand),
		setBy: unit && { kind: unit.kind, name: unit.name, endedOn: unit.validTo },
	}));
}
