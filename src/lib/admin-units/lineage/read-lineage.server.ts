import { asc, eq } from 'drizzle-orm';
import { unitColumns } from '../home.server';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { adminUnit, unitLineage } from '../../server/db/schema';

interface Kin {
	unit: Unit;
	extent: 'full' | 'partial';
}

/** What a unit became of, and what became of it: one step in either direction. */
export async function readLineage(
	database: Database,
	unitId: number,
): Promise<{ predecessors: Kin[]; successors: Kin[] }> {
	const selected = () =>
		database.select({ unit: unitColumns, extent: unitLineage.extent }).from(unitLineage);
	return {
		predecessors: await selected()
			.innerJoin(adminUnit, eq(adminUnit.id, unitLineage.oldUnitId))
			.where(eq(unitLineage.newUnitId, unitId))
			.orderBy(asc(adminUnit.code)),
		successors: await selected()
			.innerJoin(adminUnit, eq(adminUnit.id, unitLineage.newUnitId))
			.where(eq(unitLineage.oldUnitId, unitId))
			.orderBy(asc(adminUnit.code)),
	};
}
