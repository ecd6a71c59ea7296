import { roles, type RoleGrant } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { InvalidError } from '../../server/errors';
import { unitByCode } from '../home.server';

/**
 * What a form says about a role: `role` and the code of a `unit` of today.
 * @throws InvalidError with field `role` or `unit`.
 */
export async function requireGrant(
	database: Database,
	given: Record<string, string>,
	now: Date,
): Promise<RoleGrant> {
	const role = roles.find((each) => each === given['role']);
	if (!role) throw new InvalidError([{ field: 'role', rule: 'role', message: 'should be a role' }]);
	const unit = await unitByCode(database, (given['unit'] ?? '').trim(), localDay(now));
	if (!unit)
		throw new InvalidError([
			{ field: 'unit', rule: 'unit', message: 'should be the code of a unit that exists today' },
		]);
	return { role, unitId: unit.id };
}
