import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Unit, UnitLevel } from '../contracts/admin-units';
import { among } from '../server/db/among';
import type { Database } from '../server/db/client';
import { adminUnit } from '../server/db/schema';

/** The unit as it was valid on a local day `YYYY-MM-DD`. */
export const validOn = (day: string) =>
	and(lte(adminUnit.validFrom, day), or(isNull(adminUnit.validTo), gt(adminUnit.validTo, day)));

export const unitColumns = {
	id: adminUnit.id,
	code: adminUnit.code,
	level: adminUnit.level,
	kind: adminUnit.kind,
	name: adminUnit.name,
	parentId: adminUnit.parentId,
	validFrom: adminUnit.validFrom,
	validTo: adminUnit.validTo,
};

/** The bearer of a code on a day; a code passes from unit to unit over time. */
export async function unitByCode(
	database: Database,
	code: string,
	day: string,
): Promise<Unit | undefined> {
	const [unit] = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(and(eq(adminUnit.code, code), validOn(day)));
	return unit;
}

/** These units, by code; former ones too. */
export function unitsByIds(database: Database, ids: readonly number[]): Promise<Unit[]> {
	return database
		.select(unitColumns)
		.from(adminUnit)
		.where(among(adminUnit.id, ids))
		.orderBy(asc(adminUnit.code));
}

/**
 * The unit that the site is about: the configured code's bearer on that day; without one the only
 * province there is, else the country. Undefined while nothing has been imported.
 */
export async function homeUnit(
	database: Database,
	configuredCode: string | undefined,
	day: string,
): Promise<Unit | undefined> {
	if (configuredCode !== undefined) return unitByCode(database, configuredCode, day);
	const [province, second] = await ofLevel(database, 'province', day);
	if (province && !second) return province;
	const [country] = await ofLevel(database, 'country', day);
	return country;
}

function ofLevel(database: Database, level: UnitLevel, day: string): Promise<Unit[]> {
	return database
		.select(unitColumns)
		.from(adminUnit)
		.where(and(eq(adminUnit.level, level), validOn(day)))
		.orderBy(asc(adminUnit.id))
		.limit(2);
}
