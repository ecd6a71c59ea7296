import { and, eq, sql } from 'drizzle-orm';
import { readProvinces } from '../admin-units/structure/provinces.server';
import { tellApart } from '../admin-units/search/tell-apart.server';
import type { Unit } from '../contracts/admin-units';
import type { UnitFigures, UnitStatus } from '../contracts/coverage';
import { provinceIdOf, type Snapshot, type SnapshotUnit } from '../contracts/events';
import { addMonths } from '../contracts/local-time';
import { usualMostHouseholds } from '../contracts/register-limit';
import type { Period } from '../contracts/reports';
import { changePosition } from '../server/change-log';
import { among, idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { coverage } from '../server/db/schema';
import { toInternalFigures, toPublicFigures, toStatus } from './figures.server';
import { changedSince, readFiguresAt } from './rows-at.server';
import { readRegisterLimits } from './register-limits.server';
import { readRegisters } from './registers.server';
import { nothingRequired, readRequiredReports, type RequiredReports } from './required.server';
import { unitsAbove, unitsBelow } from '../server/db/unit-tree';

export interface SnapshotRequest {
	/** The unit that the screen is about; its communes are shown. */
	scope: Unit;
	period: Period;
	/** The month before, where there is one. */
	previous: Period | null;
	/**
	 * Units whose provisional and unmasked figures the viewer may see, with everything below them;
	 * empty for the public.
	 */
	internalUnitIds: readonly number[];
	now: Date;
	/** The figures as they stood then; null: as they stand. */
	at?: Date | null;
}

/**
 * Everything that a screen shows for a month, and the change number from which it goes on: both from
 * one REPEATABLE READ transaction, so that no change is missed or counted twice.
 */
export async function takeSnapshot(
	database: Database,
	request: SnapshotRequest,
): Promise<Snapshot> {
	const { scope, period, previous, internalUnitIds, now, at = null } = request;
	return database.transaction(
		async (transaction) => {
			const { lastNumber } = await changePosition(transaction);
			const listed = await readCommunes(transaction, scope, period.endsOn, internalUnitIds);
			const communes = await tellApart(transaction, listed);
			const communeIds = communes.map(({ id }) => id);
			const provinces = await readProvinces(transaction, scope, period.endsOn);
			const ids = [scope.id, ...provinces.units.map(({ id }) => id), ...communeIds];
			const registers = await readRegisters(transaction, ids, period.endsOn);
			const limits = await readRegisterLimits(transaction, communeIds, period);
			const required = await readRequiredReports(transaction, communeIds, period);
			const isInternal = await readInternal(transaction, scope, communes, internalUnitIds);
			const periodIds = [period, ...(previous ? [previous] : [])].map(({ id }) => id);
			const changed = at && (await changedSince(transaction, periodIds, at));
			const read = ({ id: periodId }: Period) =>
				at && changed?.has(periodId)
					? readFiguresAt(transaction, scope.id, ids, { periodId, at, isInternal })
					: readFigures(transaction, ids, periodId, isInternal);
			const withRegister = (unit: Unit) => ({
				...unit,
				register: registers.get(unit.id) ?? null,
			});
			const units = communes.map(({ internal: _, ...unit }): SnapshotUnit => ({
				...withRegister(unit),
				...allowed(registers.get(unit.id) ?? null, limits.get(unit.id)?.limit ?? null),
				...duty(required.get(unit.id), period),
				...placeOf(unit, provinces.provinceOf),
			}));
			const withTotal = (unit: Unit, below: readonly SnapshotUnit[]): SnapshotUnit => ({
				...withRegister(unit),
				reportsRequired: below.reduce((sum, { reportsRequired }) => sum + reportsRequired, 0),
			});
			return {
				number: lastNumber,
				at: now.toISOString(),
				period,
				scope: withTotal(scope, units),
				units,
				provinces: provinces.units.map((unit) =>
					withTotal(
						unit,
						units.filter((commune) => provinceIdOf(commune) === unit.id),
					),
				),
				...(await read(period)),
				previous: previous && {
					period: previous,
					figures: (await read(previous)).figures,
				},
			};
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' },
	);
}

function duty(
	required: RequiredReports | undefined,
	period: Period,
): Pick<SnapshotUnit, 'reportsRequired' | 'due'> {
	if (!required) return nothingRequired;
	const { reportsRequired, due } = required;
	return due === period.due.commune ? { reportsRequired } : required;
}

/** Left out where it follows from the register, as it nearly always does. */
const allowed = (
	register: number | null,
	most: number | null,
): Pick<SnapshotUnit, 'mostHouseholds'> =>
	most === usualMostHouseholds(register) ? {} : { mostHouseholds: most };

function placeOf(
	{ id, parentId }: Unit,
	provinces: ReadonlyMap<number, number>,
): Pick<SnapshotUnit, 'provinceId'> {
	const provinceId = provinces.get(id);
	return provinceId === undefined || provinceId === parentId ? {} : { provinceId };
}

/** The month before a month. */
export const previousMonth = (period: Pick<Period, 'code'>): string => addMonths(period.code, -1);

type Commune = Unit & { internal: boolean };

async function readCommunes(
	database: Database,
	scope: Unit,
	day: string,
	internalUnitIds: readonly number[],
): Promise<Commune[]> {
	return queryRows<Commune & Record<string, unknown>>(
		database,
		sql`select unit.id, unit.code, unit.level, unit.kind, unit.name, unit.parent_id as "parentId",
			unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo", unit.id in (select id from ${unitsBelow(internalUnitIds, { on: day, downTo: 'commune' })} granted) as internal
		from ${unitsBelow(scope.id, { on: day, downTo: 'commune' })} tree join admin_unit unit on unit.id = tree.id
		where unit.level = 'commune' order by unit.code`,
	);
}

/** Tells of the scope and its communes whether the viewer may see more than the public. */
async function readInternal(
	database: Database,
	scope: Unit,
	communes: readonly Commune[],
	internalUnitIds: readonly number[],
): Promise<(unitId: number) => boolean> {
	const internal = new Set(communes.filter((unit) => unit.internal).map(({ id }) => id));
	const [above] = await queryRows<{ granted: boolean }>(
		database,
		sql`select coalesce(bool_or(id in ${idList(internalUnitIds)}), false) as granted
			from ${unitsAbove(scope.id)} line`,
	);
	const granted = new Set(internalUnitIds);
	return (unitId) => above?.granted === true || granted.has(unitId) || internal.has(unitId);
}

async function readFigures(
	database: Database,
	unitIds: readonly number[],
	periodId: number,
	isInternal: (unitId: number) => boolean,
): Promise<{ figures: UnitFigures[]; statuses: UnitStatus[] }> {
	const rows = await database
		.select()
		.from(coverage)
		.where(and(eq(coverage.periodId, periodId), among(coverage.unitId, unitIds)))
		// In the order in which they are stored they would tell what changed last.
		.orderBy(coverage.unitId, coverage.basis);
	const figures = rows.flatMap((row) => {
		if (isInternal(row.unitId)) return [toInternalFigures(row)];
		return row.basis === 'approved' ? [toPublicFigures(row)] : [];
	});
	const statuses = rows
		.filter((row) => row.basis === 'provisional')
		.map((row) => toStatus(row.unitId, row));
	return { figures, statuses };
}
