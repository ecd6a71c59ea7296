import { and, desc, eq, lte } from 'drizzle-orm';
import { addDays } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { adminUnit } from '../server/db/schema';

/** The last days `YYYY-MM-DD` of earlier sets of communes, newest first: when some of them ended. */
export async function lastDaysOfFormerCommunes(
	database: Database,
	today: string,
	limit: number,
): Promise<string[]> {
	const rows = await database
		.selectDistinct({ validTo: adminUnit.validTo })
		.from(adminUnit)
		.where(and(eq(adminUnit.level, 'commune'), lte(adminUnit.validTo, today)))
		.orderBy(desc(adminUnit.validTo))
		.limit(limit);
	return rows.flatMap(({ validTo }) => (validTo === null ? [] : [addDays(validTo, -1)]));
}
