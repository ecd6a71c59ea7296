import { asc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../../server/db/client';
import { rowsAsOf } from '../../server/db/rows-as-of';
import { adminUnit, compositionRule } from '../../server/db/schema';
import { Demand, type CompositionRule } from '../composition';

/**
 * Every version of every rule, closed ones included, oldest first.
 * @param at what had been recorded by this instant; null: all that is.
 */
export async function readRules(database: Database, at: Date | null): Promise<CompositionRule[]> {
	// Under the table's own name, which it stands for.
	const recorded = database
		.$with('composition_rule', {})
		.as(sql`select * from ${rowsAsOf('composition_rule', at)} recorded`);
	const rows = await database
		.with(recorded)
		.select({ rule: compositionRule, unit: adminUnit })
		.from(compositionRule)
		.leftJoin(adminUnit, eq(adminUnit.id, compositionRule.unitId))
		.orderBy(asc(compositionRule.validFrom), asc(compositionRule.id));
	return rows.map(({ rule: { code: _, recordedAt: __, ...rule }, unit }) => ({
		...rule,
		demand: v.parse(Demand, rule.demand),
		setBy: unit && { kind: unit.kind, name: unit.name, endedOn: unit.validTo },
	}));
}
