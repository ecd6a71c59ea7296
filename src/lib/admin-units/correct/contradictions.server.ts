import { sql } from 'drizzle-orm';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { endsAfter } from '../../server/db/unit-tree';
import type { Problem } from '../../server/errors';
import type { Unit } from '../../contracts/admin-units';
import type { Correction } from './correction';

interface Contradiction {
	/** Tells what was contradictory before from what is so since. */
	key: string;
	problem: Problem;
}

interface Row extends Record<string, unknown> {
	id: number;
	rule: 'overlap' | 'successors' | 'below' | 'above' | 'reports';
	/** What is in the way: a unit or a month. */
	other: string;
	name: string;
	day: string | null;
}

/** What keeps units from ending when they do, as they are stored now. */
export async function findContradictions(
	database: Database,
	moved: readonly { unit: Unit; correction: Correction }[],
): Promise<Contradiction[]> {
	if (moved.length === 0) return [];
	const rows = await queryRows<Row>(
		database,
		sql`with unit as (
				select * from admin_unit where ${among(
					sql`id`,
					moved.map(({ unit }) => unit.id),
				)}
			)
			select unit.id, 'overlap' as rule, next.id::text as other, next.name, next.valid_from::text as day
			from unit join admin_unit next on next.code = unit.code and next.valid_from > unit.valid_from
				and ${endsAfter('unit', sql`next.valid_from`)}
			union all
			select unit.id, 'successors', next.id::text, next.name, next.valid_from::text
			from unit join unit_lineage link on link.old_unit_id = unit.id
				join admin_unit next on next.id = link.new_unit_id
				and next.valid_from is distinct from unit.valid_to
			union all
			select unit.id, 'below', below.id::text, below.name, below.valid_to::text
			from unit join admin_unit below on below.parent_id = unit.id
				and unit.valid_to is not null and ${endsAfter('below', sql`unit.valid_to`)}
			union all
			select unit.id, 'above', above.id::text, above.name, above.valid_to::text
			from unit join admin_unit above on above.id = unit.parent_id
				and above.valid_to is not null and ${endsAfter('unit', sql`above.valid_to`)}
			union all
			select unit.id, 'reports', period.code, period.code, period.starts_on::text
			from unit join report on report.unit_id = unit.id
				join reporting_period period on period.id = report.period_id and period.starts_on >= unit.valid_to
			order by 1, 2, 5 nulls last, 3`,
	);
	const byId = new Map(moved.map((each) => [each.unit.id, each]));
	return rows.flatMap((row) => {
		const each = byId.get(row.id);
		if (!each) return [];
		const field = each.correction.place ?? 'validTo';
		const message = describe(each.unit.code, row);
		return [
			{ key: `${row.id} ${row.rule} ${row.other}`, problem: { field, rule: row.rule, message } },
		];
	});
}

function describe(code: string, { rule, name, day }: Row): string {
	switch (rule) {
		case 'overlap':
			return `code ${code} would be borne twice: ${name} bears it from ${day}`;
		case 'successors':
			return `${name}, which it became, begins on ${day}: ${code} has to end on that day`;
		case 'below':
			return day === null
				? `${name} lies in ${code} and has no end; give it one first`
				: `${name} lies in ${code} and ends later, on ${day}; correct that first`;
		case 'above':
			return `${name}, in which ${code} lies, ends on ${day}`;
		case 'reports':
			return `${code} has reported on ${name}, which began on ${day}`;
	}
}
