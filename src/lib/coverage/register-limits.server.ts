import { sql } from 'drizzle-orm';
import type { UnitKind } from '../contracts/admin-units';
import {
	firstRegisterMarginPercent,
	mostHouseholds,
	type RegisterLimit,
} from '../contracts/register-limit';
import type { Period } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';
import { unitPaths } from '../server/db/unit-tree';
import { readNearestRules } from './nearest-rule.server';
import { registersOf } from './registers.server';

/**
 * How many households each unit may report for a period at most: its register with the margin that
 * the rules in force set, or what the level above has explained. A unit without a complete register
 * has none: a part of it can't say that the whole is too much.
 */
export async function readRegisterLimits(
	database: Database,
	unitIds: readonly number[],
	{ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
): Promise<Map<number, RegisterLimit>> {
	if (unitIds.length === 0) return new Map();
	const rows = await queryRows<{
		id: number;
		kind: UnitKind;
		name: string;
		register: number;
		explained: number | null;
		reason: string | null;
	}>(
		database,
		sql`select unit.id, unit.kind, unit.name, register.households as register,
				explanation.households as explained, explanation.reason
			from ${registersOf(unitIds, endsOn)} register
			join admin_unit unit on unit.id = register.id
			left join lateral (
				select households, reason from register_explanation
				where unit_id = unit.id and withdrawn_at is null order by households desc, id desc limit 1
			) explanation on true
			where register.is_complete and register.households > 0`,
	);
	const ids = rows.map(({ id }) => id);
	const marginOf = await readNearestRules(database, 'register_margin_percent', ids, startsOn);
	const below = await readExplainedBelow(database, ids, endsOn);
	return new Map(
		rows.map(({ id, kind, name, register, ...row }) => {
			const more = below.get(id);
			const explained =
				more === undefined ? row.explained : Math.max(row.explained ?? 0, register + more);
			const limit = mostHouseholds(register, marginOf(id) ?? firstRegisterMarginPercent, explained);
			const reason = explained === row.explained ? row.reason : null;
			return [id, { unit: { kind, name }, register, limit, explained, reason }];
		}),
	);
}

/**
 * By how many households units lie above their registers by what was explained of places in them. A
 * place in another that was explained as a whole says nothing more.
 */
async function readExplainedBelow(
	database: Database,
	unitIds: readonly number[],
	day: string,
): Promise<Map<number, number>> {
	const rows = await queryRows<{ id: number; path: number[]; households: number }>(
		database,
		sql`select unit.id, unit.path, max(explanation.households) as households
			from register_explanation explanation
			join ${unitPaths()} unit on unit.id = explanation.unit_id
			where explanation.withdrawn_at is null group by unit.id, unit.path`,
	);
	if (rows.length === 0) return new Map();
	const ids = rows.map(({ id }) => id);
	const registers = await queryRows<{ id: number; households: number }>(
		database,
		sql`select id, households from ${registersOf(ids, day)} register where is_complete`,
	);
	const registerOf = new Map(registers.map(({ id, households }) => [id, households]));
	const explained = new Set(ids);
	const asked = new Set(unitIds);
	const more = new Map<number, number>();
	for (const { id, path, households } of rows) {
		const excess = households - (registerOf.get(id) ?? households);
		if (excess <= 0) continue;
		for (const above of path.slice(1)) {
			if (asked.has(above)) more.set(above, (more.get(above) ?? 0) + excess);
			if (explained.has(above)) break;
		}
	}
	return more;
}
