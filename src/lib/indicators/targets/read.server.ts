import { and, desc, eq } from 'drizzle-orm';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import { apportion } from '../../admin-units/structure/apportion.server';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { CountingUnit, TimeRule } from '../../contracts/indicators';
import type { Database } from '../../server/db/client';
import { account, target } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { deciderOf } from './decider.server';
import { readTargetsInForce, type TargetYear } from './list.server';
import { progressOf, type Progress } from './progress';
import { readSeries, seriesKey } from './read-series.server';
import { readUnitsBelow, type RegisteredUnit } from './read-units.server';
import { isShare, targetable, targetsTogether } from './subjects';

/** What one unit is to reach, and how far it is. */
export interface UnitTarget extends Progress {
	unit: Unit;
	households: number | null;
	target: number | null;
	/** Its part of the level above's target by households; null where the register is unknown. */
	proposed: number | null;
}

export interface TargetVersion {
	value: number | null;
	reason: string;
	setBy: string;
	setAt: Date;
}

export interface TargetView {
	code: string;
	name: { vi: string; en: string };
	definition: { vi: string; en: string };
	countingUnit: CountingUnit;
	timeRule: TimeRule;
	share: boolean;
	own: UnitTarget;
	below: UnitTarget[];
	/** Targets of the units below as one. */
	belowTogether: number | null;
	/** Newest first. */
	history: TargetVersion[];
	maySetOwn: boolean;
	maySetBelow: boolean;
}

/**
 * One indicator's targets of a unit and of those right below it. The caller has made sure that the
 * actor may look at the unit.
 * @throws NotFoundError for what no target can be set for.
 */
export async function readTargets(
	database: Database,
	actor: Actor,
	unit: Unit,
	code: string,
	{ year, elapsed, day }: TargetYear,
): Promise<TargetView> {
	const indicator = targetable.find((each) => each.code === code);
	if (!indicator) throw new NotFoundError(`There are no targets for "${code}".`);
	const { name, definition, countingUnit, timeRule, direction } = indicator;
	const share = isShare(indicator);
	const below = await readUnitsBelow(database, unit.id, day);
	const unitIds = [unit.id, ...below.map(({ id }) => id)];
	const inForce = await readTargetsInForce(database, unitIds, year);
	const valueOf = (unitId: number) =>
		inForce.find((row) => row.unitId === unitId && row.code === code)?.value ?? null;
	const series = await readSeries(database, { unitIds, indicators: [indicator], year, day });
	const proposals = propose(valueOf(unit.id), share, below);
	const lineOf = (each: Unit, households: number | null, proposed: number | null): UnitTarget => ({
		unit: each,
		...{ households, proposed, target: valueOf(each.id) },
		...progressOf({
			...{ timeRule, direction, elapsed, target: valueOf(each.id) },
			series: series.get(seriesKey(each.id, code)) ?? [],
		}),
	});
	const lines = below.map(({ households, ...each }) =>
		lineOf(each, households, proposals.get(each.id) ?? null),
	);
	return {
		...{ code, name, definition, countingUnit, timeRule, share },
		own: lineOf(unit, null, null),
		below: lines,
		belowTogether: targetsTogether(indicator, lines),
		history: await readHistory(database, unit.id, code, year),
		maySetOwn: await mayActOn(database, actor, ['approver'], deciderOf(unit)),
		maySetBelow: below.length > 0 && (await mayActOn(database, actor, ['approver'], unit.id)),
	};
}

/** A count divided by households, exactly; a share is the same for everybody. */
function propose(
	value: number | null,
	share: boolean,
	below: readonly RegisteredUnit[],
): Map<number, number> {
	if (value === null) return new Map();
	if (share) return new Map(below.map(({ id }) => [id, value]));
	const registered = below.flatMap(({ id, households }) =>
		households === null || households === 0 ? [] : [{ id, households }],
	);
	if (registered.length === 0) return new Map();
	const parts = apportion(
		value,
		registered.map(({ households }) => households),
	);
	return new Map(registered.map(({ id }, index) => [id, parts[index] ?? 0]));
}

function readHistory(
	database: Database,
	unitId: number,
	code: string,
	year: number,
): Promise<TargetVersion[]> {
	return database
		.select({
			value: target.value,
			reason: target.reason,
			setBy: account.displayName,
			setAt: target.setAt,
		})
		.from(target)
		.innerJoin(account, eq(account.id, target.setBy))
		.where(and(eq(target.unitId, unitId), eq(target.indicatorCode, code), eq(target.year, year)))
		.orderBy(desc(target.id));
}
