import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { boundary } from '../../server/db/schema';
import { squareKilometres } from './area';

/** Square kilometres of units that have an outline; what was imported before areas were kept is measured now. */
export async function readAreas(
	database: Database,
	unitIds: number[],
): Promise<Map<number, number>> {
	const ofUnits = among(boundary.unitId, unitIds);
	const unmeasured = await database
		.select({ unitId: boundary.unitId, geometry: boundary.geometry })
		.from(boundary)
		.where(and(ofUnits, isNull(boundary.area)));
	for (const { unitId, geometry } of unmeasured)
		await database
			.update(boundary)
			.set({ area: squareKilometres(geometry) })
			.where(eq(boundary.unitId, unitId));
	const measured = await database
		.select({ unitId: boundary.unitId, area: boundary.area })
		.from(boundary)
		.where(and(ofUnits, isNotNull(boundary.area)));
	return new Map(measured.map(({ unitId, area }) => [unitId, area ?? 0]));
}
