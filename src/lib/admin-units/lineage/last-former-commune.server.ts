import { and, desc, eq, lte } from 'drizzle-orm';
import { unitByCode, unitColumns } from '../home.server';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';

/** The last commune that bore a code and is gone on a day; undefined if none ever did. */
export async function lastFormerCommune(
	database: Database,
	code: string,
	day: string,
): Promise<Unit | undefined> {
	const [unit] = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(
			and(eq(adminUnit.code, code), eq(adminUnit.level, 'commune'), lte(adminUnit.validTo, day)),
		)
		.orderBy(desc(adminUnit.validTo))
		.limit(1);
	return unit;
}

/** Whoever bears a commune's code on a day, else its last bearer, whose addresses stay; undefined if none ever did. */
export async function presentOrFormerCommune(
	database: Database,
	code: string,
	day: string,
): Promise<Unit | undefined> {
	const unit = await unitByCode(database, code, day);
	if (!unit) return lastFormerCommune(database, code, day);
	return unit.level === 'commune' ? unit : undefined;
}
