import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import type { CountingUnit } from '../../contracts/indicators';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { instant } from '../../server/db/instant';
import { progressOf, type Progress } from './progress';
import { readSeries, seriesKey } from './read-series.server';
import { readUnitsBelow } from './read-units.server';
import { isShare, targetable, targetsTogether } from './subjects';

export interface ListedTarget extends Progress {
	code: string;
	name: { vi: string; en: string };
	countingUnit: CountingUnit;
	share: boolean;
	/** Of the unit itself; null where only units below have one. */
	target: number | null;
	/** Of the units right below as one, and how many of them have one. */
	below: number | null;
	unitsBelow: number;
}

export interface TargetYear {
	year: number;
	/** How many months of it have passed their deadline. */
	elapsed: number;
	/** Local day on which units are valid. */
	day: string;
}

/** How many months of a year have passed, given the newest month whose deadline has. */
export function elapsedMonths(year: number, until: string): number {
	const reached = Number(until.slice(0, 4));
	if (reached !== year) return reached > year ? 12 : 0;
	return Number(until.slice(5, 7));
}

/**
 * A unit's targets of a year with what was approved so far, in the order of the catalogue. The
 * caller has made sure that the actor may look at the unit.
 */
export async function listTargets(
	database: Database,
	unit: Pick<Unit, 'id'>,
	{ year, elapsed, day }: TargetYear,
): Promise<ListedTarget[]> {
	const below = await readUnitsBelow(database, unit.id, day);
	const inForce = await readTargetsInForce(database, [unit.id, ...below.map(({ id }) => id)], year);
	const indicators = targetable.filter(({ code }) => inForce.some((row) => row.code === code));
	const series = await readSeries(database, { unitIds: [unit.id], indicators, year, day });
	return indicators.map((indicator) => {
		const { code, name, countingUnit, timeRule, direction } = indicator;
		const valueOf = (unitId: number) =>
			inForce.find((row) => row.unitId === unitId && row.code === code)?.value ?? null;
		const belowTargets = below.map(({ id, households }) => ({ households, target: valueOf(id) }));
		const target = valueOf(unit.id);
		return {
			...{ code, name, countingUnit, target, share: isShare(indicator) },
			below: targetsTogether(indicator, belowTargets),
			unitsBelow: belowTargets.filter((each) => each.target !== null).length,
			...progressOf({
				...{ timeRule, direction, target, elapsed },
				series: series.get(seriesKey(unit.id, code)) ?? [],
			}),
		};
	});
}

/** What share (0–1) of a unit's households should have somebody able in all five skills; null without. */
export async function readCoverageTarget(
	database: Database,
	unitId: number,
	year: number,
): Promise<number | null> {
	const inForce = await readTargetsInForce(database, [unitId], year);
	return inForce.find(({ code }) => code === 'allFiveShare')?.value ?? null;
}

/** The same as it stood at an instant: what was changed since is kept with its day. */
export async function readCoverageTargetAt(
	database: Database,
	unitId: number,
	year: number,
	at: Date,
): Promise<number | null> {
	const [found] = await queryRows<{ value: number | null }>(
		database,
		sql`select value::float8 as value from target
			where unit_id = ${unitId} and indicator_code = 'allFiveShare' and year = ${year}
				and set_at <= ${instant(at)} and (replaced_at is null or replaced_at > ${instant(at)})`,
	);
	return found?.value ?? null;
}

interface InForce extends Record<string, unknown> {
	unitId: number;
	code: string;
	value: number;
}

/** Those of the units that stand, without the ones that were taken back. */
export function readTargetsInForce(
	database: Database,
	unitIds: readonly number[],
	year: number,
): Promise<InForce[]> {
	return queryRows<InForce>(
		database,
		sql`select unit_id as "unitId", indicator_code as code, value::float8 as value from target
			where year = ${year} and replaced_at is null and value is not null and ${among(sql`unit_id`, unitIds)}`,
	);
}
