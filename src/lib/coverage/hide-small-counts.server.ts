import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../server/db/client';
import { hiddenMeasures } from './disclosure';
import type { CoverageKey } from './recompute.server';

interface SiblingRow extends Record<string, unknown> {
	parentId: number;
	unitId: number;
	periodId: number;
	able: number[];
	base: number[];
	hidden: number;
}

/**
 * Decides anew which small counts the public must not see, among the approved rows right below each
 * of the given units. @returns those for which the decision changed.
 */
export async function hideSmallCounts(
	transaction: Database,
	parents: readonly CoverageKey[],
): Promise<(CoverageKey & { parentId: number })[]> {
	if (parents.length === 0) return [];
	const rows = await queryRows<SiblingRow>(
		transaction,
		sql`select child.parent_id as "parentId", row.unit_id as "unitId", row.period_id as "periodId",
				row.able, row.base, row.hidden_measures as hidden
			from (
				select * from jsonb_to_recordset(${JSON.stringify(parents)}::jsonb) as key ("unitId" int, "periodId" int)
				limit ${parents.length}
			) as key
			join admin_unit child on child.parent_id = key."unitId"
			join lateral (
				select * from coverage
				where coverage.unit_id = child.id and coverage.period_id = key."periodId" and coverage.basis = 'approved'
				offset 0
			) as row on true`,
	);
	const families = new Map<string, SiblingRow[]>();
	for (const row of rows) {
		const family = `${row.parentId}:${row.periodId}`;
		families.set(family, [...(families.get(family) ?? []), row]);
	}
	const changed: (CoverageKey & { parentId: number; hidden: number })[] = [];
	for (const siblings of families.values()) {
		const decided = hiddenMeasures(siblings);
		for (const { parentId, unitId, periodId, hidden } of siblings) {
			const next = decided.get(unitId) ?? 0;
			if (next !== hidden) changed.push({ parentId, unitId, periodId, hidden: next });
		}
	}
	if (changed.length > 0)
		await transaction.execute(
			sql`update coverage set hidden_measures = key.hidden
				from (
					select * from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as key ("unitId" int, "periodId" int, hidden int)
					limit ${changed.length}
				) as key
				where coverage.unit_id = key."unitId" and coverage.period_id = key."periodId" and coverage.basis = 'approved'`,
		);
	return changed;
}
