import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { ConflictError } from '../../server/errors';
import { provinceCode, provinceName } from '../province/identity';

/**
 * Whether the demo province is there; it is there whole or not at all.
 * @throws ConflictError when the database holds units of somebody else.
 */
export async function isFilled(database: Database): Promise<boolean> {
	const units = await queryRows<{ code: string; name: string }>(
		database,
		sql`select code, name from admin_unit where level <> 'country' order by code = ${provinceCode} desc limit 1`,
	);
	const [first] = units;
	if (!first) return false;
	if (first.code === provinceCode && first.name === provinceName) return true;
	throw new ConflictError(
		'The database holds units that are not of the demo, which would mix real and made-up figures. Choose another DATA_DIR or DATABASE_URL.',
	);
}
