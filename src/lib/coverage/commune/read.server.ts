import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { unitColumns, validOn } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import type { Period } from '../../contracts/reports';
import { timelinessOf } from '../../contracts/timeliness';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit, coverage, householdRegister } from '../../server/db/schema';
import { toPublicFigures, toStatus } from '../figures.server';
import { readRegisters } from '../registers.server';
import { nothingRequired, readRequiredReports } from '../required.server';
import type { PublicCommune, PublicUnit } from './view';
import { withholdVillages } from './withhold';

/** What the public may see of a commune, its villages and its province in one period. */
export async function readCommune(
	database: Database,
	unit: Unit,
	period: Period,
	previousPeriodId: number | null,
	now: Date,
): Promise<PublicCommune> {
	const ancestors = await readAncestors(database, unit);
	const province = ancestors.find(({ level }) => level === 'province') ?? null;
	const villages = await readVillages(database, unit, period);
	const shown = [unit, ...(province ? [province] : []), ...villages];
	const rows = await database
		.select()
		.from(coverage)
		.where(
			and(
				among(
					coverage.unitId,
					shown.map(({ id }) => id),
				),
				inArray(coverage.periodId, [period.id, previousPeriodId ?? period.id]),
			),
		);
	const registers = await readRegisters(
		database,
		shown.map(({ id }) => id),
		period.endsOn,
	);
	const row = (unitId: number, basis: 'approved' | 'provisional', periodId = period.id) =>
		rows.find((row) => row.unitId === unitId && row.periodId === periodId && row.basis === basis);
	const figures = (unitId: number, periodId = period.id) => {
		const approved = row(unitId, 'approved', periodId);
		return approved ? toPublicFigures(approved) : null;
	};
	const shownUnit = (unit: Unit): PublicUnit => ({
		unit,
		figures: figures(unit.id),
		register: registers.get(unit.id) ?? null,
		status: toStatus(unit.id, row(unit.id, 'provisional')),
	});
	const reporting = [unit, ...villages].map(({ id }) => id);
	const required = await readRequiredReports(database, reporting, period);
	const standing = ({ unit: { id, level }, status }: PublicUnit) =>
		timelinessOf({ level, ...(required.get(id) ?? nothingRequired) }, status, period, now);

	const commune = shownUnit(unit);
	return {
		...commune,
		previous: previousPeriodId === null ? null : figures(unit.id, previousPeriodId),
		registerSource: await readRegisterSource(database, unit.id),
		province: province && shownUnit(province),
		district: ancestors.find(({ level }) => level === 'district') ?? null,
		timeliness: standing(commune),
		villages: withholdVillages(
			commune.figures,
			villages.map((village) => {
				const shown = shownUnit(village);
				return { ...shown, timeliness: standing(shown) };
			}),
		),
	};
}

async function readAncestors(database: Database, unit: Unit): Promise<Unit[]> {
	const ancestors: Unit[] = [];
	for (let id = unit.parentId; id !== null; id = ancestors.at(-1)?.parentId ?? null) {
		const [parent] = await database.select(unitColumns).from(adminUnit).where(eq(adminUnit.id, id));
		if (!parent) break;
		ancestors.push(parent);
	}
	return ancestors;
}

async function readVillages(database: Database, unit: Unit, period: Period): Promise<Unit[]> {
	const villages = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(
			and(eq(adminUnit.parentId, unit.id), eq(adminUnit.level, 'village'), validOn(period.endsOn)),
		);
	// The embedded engine knows no Vietnamese order.
	return villages.sort((one, other) => compareNames(one.name, other.name));
}

async function readRegisterSource(database: Database, unitId: number) {
	const [newest] = await database
		.select({ year: householdRegister.year, source: householdRegister.source })
		.from(householdRegister)
		.where(and(eq(householdRegister.unitId, unitId), isNotNull(householdRegister.households)))
		.orderBy(desc(householdRegister.year))
		.limit(1);
	return newest ?? null;
}
