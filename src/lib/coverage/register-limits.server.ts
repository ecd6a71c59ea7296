import { sql } from 'drizzle-orm';
import type { UnitKind } from '../contracts/admin-units';
import {
	firstRegisterMarginPercent,
	mostHouseholds,
	type RegisterLimit,
} from '../contracts/register-limit';
import type { Period } from '../contracts/reports';
import { dayList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { unitPaths } from '../server/db/unit-tree';
import { readNearestRules } from './nearest-rule.server';
import { registersOf } from './registers.server';

/** As `readRegisterLimitsByPeriod`, for a single period. */
export async function readRegisterLimits(
	database: Database,
	unitIds: readonly number[],
	{ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
): Promise<Map<number, RegisterLimit>> {
	const period = { id: 0, startsOn, endsOn };
	const limits = await readRegisterLimitsByPeriod(database, unitIds, [period]);
	return limits.get(period.id) ?? new Map();
}

/**
 * How many households each unit may report at most, by the ids of periods: its register with the margin that
 * the rules in force set, or what the level above has explained. A unit without a complete register
 * has none: a part of it can't say that the whole is too much.
 */
export async function readRegisterLimitsByPeriod(
	database: Database,
	unitIds: readonly number[],
	periods: readonly Pick<Period, 'id' | 'startsOn' | 'endsOn'>[],
): Promise<Map<number, Map<number, RegisterLimit>>> {
	if (unitIds.length === 0 || periods.length === 0) return new Map();
	const lastDays = periods.map(({ endsOn }) => endsOn);
	const rows = await queryRows<RegisterRow>(
		database,
		sql`select asked.day::text, unit.id, unit.kind, unit.name, register.households as register,
				explanation.households as explained, explanation.reason
			from ${dayList(lastDays)} asked
			cross join lateral ${registersOf(unitIds, sql`asked.day`)} register
			join admin_unit unit on unit.id = register.id
			left join lateral (
				select households, reason from register_explanation
				where unit_id = unit.id and withdrawn_at is null order by households desc, id desc limit 1
			) explanation on true
			where register.is_complete and register.households > 0`,
	);
	const ids = [...new Set(rows.map(({ id }) => id))];
	const firstDays = periods.map(({ startsOn }) => startsOn);
	const marginOf = await readNearestRules(database, 'register_margin_percent', ids, firstDays);
	const below = await readExplainedBelow(database, ids, lastDays);
	return new Map(
		periods.map(({ id: periodId, startsOn, endsOn }) => [
			periodId,
			new Map(
				rows
					.filter(({ day }) => day === endsOn)
					.map((row) => [
						row.id,
						limitOf(row, marginOf(row.id, startsOn), below.get(endsOn)?.get(row.id)),
					]),
			),
		]),
	);
}

interface RegisterRow extends Record<string, unknown> {
	day: string;
	id: number;
	kind: UnitKind;
	name: string;
	register: number;
	explained: number | null;
	reason: string | null;
}

/** @param more by how much what was explained of places in it lies above their registers. */
function limitOf(
	{ kind, name, register, ...row }: RegisterRow,
	margin: number | undefined,
	more: number | undefined,
): RegisterLimit {
	const explained =
		more === undefined ? row.explained : Math.max(row.explained ?? 0, register + more);
	const limit = mostHouseholds(register, margin ?? firstRegisterMarginPercent, explained);
	const reason = explained === row.explained ? row.reason : null;
	return { unit: { kind, name }, register, limit, explained, reason };
}

/**
 * By how many households units lie above their registers by what was explained of places in them, by local
 * day. A place in another that was explained as a whole says nothing more.
 */
async function readExplainedBelow(
	database: Database,
	unitIds: readonly number[],
	days: readonly string[],
): Promise<Map<string, Map<number, number>>> {
	const rows = await queryRows<ExplainedRow>(
		database,
		sql`select unit.id, unit.path, max(explanation.households) as households
			from register_explanation explanation
			join ${unitPaths()} unit on unit.id = explanation.unit_id
			where explanation.withdrawn_at is null group by unit.id, unit.path`,
	);
	if (rows.length === 0) return new Map();
	const ids = rows.map(({ id }) => id);
	const registers = await queryRows<{ day: string; id: number; households: number }>(
		database,
		sql`select asked.day::text, register.id, register.households from ${dayList(days)} asked
			cross join lateral ${registersOf(ids, sql`asked.day`)} register where is_complete`,
	);
	return new Map(
		days.map((day) => {
			const onDay = registers.filter((register) => register.day === day);
			const registerOf = new Map(onDay.map(({ id, households }) => [id, households]));
			return [day, excessAbove(rows, registerOf, new Set(unitIds))];
		}),
	);
}

interface ExplainedRow extends Record<string, unknown> {
	id: number;
	/** Ids of the unit and everything above it, nearest first. */
	path: number[];
	households: number;
}

function excessAbove(
	rows: readonly ExplainedRow[],
	registerOf: ReadonlyMap<number, number>,
	asked: ReadonlySet<number>,
): Map<number, number> {
	const explained = new Set(rows.map(({ id }) => id));
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
