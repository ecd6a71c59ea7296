import { sql } from 'drizzle-orm';
import { unitsWithoutSuccessor } from '../../admin-units/lineage/without-successor.server';
import type { Unit } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import type { StructureView } from '../../contracts/structure-view';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';

/**
 * Communes of the month that are in no later structure since nothing says what became of them: those
 * of the provinces that the scope came from.
 * @param sources units whose figures were carried over into the scope.
 */
export async function readLeftOut(
	database: Database,
	{
		scope,
		sources,
		structureDay,
		period,
	}: { scope: Unit; sources: readonly number[]; structureDay: string; period: Period },
): Promise<StructureView['leftOut']> {
	const provinces = await queryRows<{ id: number }>(
		database,
		sql`select distinct province.id from admin_unit unit
			join admin_unit above on above.id = unit.parent_id
			join admin_unit province on province.id in (above.id, above.parent_id)
			where ${among(sql`unit.id`, sources)} and province.level = 'province'`,
	);
	const withinIds = [scope.id, ...provinces.map(({ id }) => id)];
	const missing = await unitsWithoutSuccessor(database, { withinIds });
	return missing
		.filter(
			({ state, validFrom, since }) =>
				state === 'ended' &&
				validFrom <= period.endsOn &&
				since > period.endsOn &&
				since <= structureDay,
		)
		.map(({ id, kind, name, households }) => ({ unit: { id, kind, name }, households }));
}
