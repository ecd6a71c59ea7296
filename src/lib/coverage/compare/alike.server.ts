import { listCommunes } from '../../admin-units/structure/list-communes.server';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { readRegisters } from '../registers.server';

/** Communes of the same province that have nearly as many households, the nearest first. */
export async function readAlike(
	database: Database,
	unit: Unit,
	{ scopeUnitId, day, most }: { scopeUnitId: number; day: string; most: number },
): Promise<Pick<Unit, 'id' | 'code' | 'kind' | 'name'>[]> {
	const communes = await listCommunes(database, scopeUnitId, day);
	const province = communes.find(({ id }) => id === unit.id)?.province.id;
	const others = communes.filter((other) => other.province.id === province);
	const registers = await readRegisters(
		database,
		others.map(({ id }) => id),
		day,
	);
	const own = registers.get(unit.id);
	if (!own) return [];
	return others
		.flatMap((other) => {
			const households = registers.get(other.id);
			return households && other.id !== unit.id
				? [{ other, distance: Math.abs(Math.log(households / own)) }]
				: [];
		})
		.sort((one, next) => one.distance - next.distance)
		.slice(0, most)
		.map(({ other: { id, code, kind, name } }) => ({ id, code, kind, name }));
}
