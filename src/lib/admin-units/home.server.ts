import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Unit } from '../contracts/admin-units';
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

export interface Homes {
	/** What the site is about on a local day; undefined while nothing has been imported. */
	on: (day: string) => Unit | undefined;
	/** What the site is, was or will be about, the newest first: a code passes on when provinces merge. */
	all: Unit[];
}

/**
 * The units that the site is about: the configured code's bearer on a day; without one the only province
 * there is on it, else the country.
 */
export async function readHomes(
	database: Database,
	configuredCode: string | undefined,
): Promise<Homes> {
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(
			configuredCode === undefined
				? inArray(adminUnit.level, ['province', 'country'])
				: eq(adminUnit.code, configuredCode),
		)
		.orderBy(asc(adminUnit.id));
	const on = (day: string) => {
		const valid = units.filter(
			({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day),
		);
		if (configuredCode !== undefined) return valid[0];
		const [province, second] = valid.filter(({ level }) => level === 'province');
		if (province && !second) return province;
		return valid.find(({ level }) => level === 'country');
	};
	const changes = new Set(
		units.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom]),
	);
	const newestFirst = [...changes].toSorted().toReversed();
	return { on, all: [...new Set(newestFirst.flatMap((day) => on(day) ?? []))] };
}

export async function homeUnit(
	database: Database,
	configuredCode: string | undefined,
	day: string,
): Promise<Unit | undefined> {
	return (await readHomes(database, configuredCode)).on(day);
}
