import { eq } from 'drizzle-orm';
import { mayActOn } from '../../accounts/access/may-act-on.server';
import type { Actor } from '../../contracts/accounts';
import { unitKinds } from '../../contracts/admin-units';
import { cleanText } from '../../contracts/text/typed-text';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { unitColumns } from '../home.server';
import { correctUnits } from './correct-units.server';

/**
 * Corrects one unit by what a form says; what it leaves out stays as it is, a blank `validTo` takes the
 * end away.
 * @returns whether anything was different.
 * @throws InvalidError naming the fields, ForbiddenError, NotFoundError
 */
export async function correctUnit(
	database: Database,
	actor: Actor,
	unitId: number,
	given: Record<string, string>,
): Promise<boolean> {
	if (!(await mayActOn(database, actor, ['administrator'], unitId)))
		throw new ForbiddenError('This account administers another unit.');
	const [unit] = await database.select(unitColumns).from(adminUnit).where(eq(adminUnit.id, unitId));
	if (!unit) throw new NotFoundError(`There is no unit ${unitId}.`);
	const kind = unitKinds.find((each) => each === (given['kind'] ?? unit.kind));
	if (!kind)
		throw new InvalidError([{ field: 'kind', rule: 'kind', message: 'should be a kind of unit' }]);
	const name = cleanText(given['name'] ?? unit.name).replace(/\s+/gu, ' ');
	const validTo = given['validTo'] === undefined ? unit.validTo : given['validTo'].trim() || null;
	const corrected = await correctUnits(database, [{ unitId, name, kind, validTo }], {
		reason: cleanText(given['reason'] ?? ''),
		actor,
	});
	return corrected.length > 0;
}
