import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { listUnits } from '../list-units.server';

/**
 * Units whose teams the actor may send files about: a village's keeper has a village alone; whoever has
 * communes takes them whole.
 */
export async function listImportUnits(
	database: Database,
	actor: Actor,
	day: string,
): Promise<Pick<Unit, 'code' | 'kind' | 'name'>[]> {
	const units = await listUnits(database, actor, {
		roles: ['reporter', 'approver'],
		levels: ['province', 'district', 'commune', 'village'],
		day,
	});
	return units
		.filter(({ level }) => level !== 'village' || units.every((unit) => unit.level === 'village'))
		.map(({ code, kind, name }) => ({ code, kind, name }));
}
