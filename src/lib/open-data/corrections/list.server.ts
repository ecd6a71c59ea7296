import { readCorrections } from '../../coverage/record/read-corrections.server';
import type { Database } from '../../server/db/client';
import { pageOfCorrections } from './page';

/** Units and months with corrections that are read, the newest. */
const limit = 200;

/** A page of the newest corrections of a place and all within it. */
export async function listCorrections(
	database: Database,
	asked: { scopeUnitId: number; page: number },
) {
	const found = await readCorrections(database, { scopeUnitId: asked.scopeUnitId, limit });
	return pageOfCorrections(found, asked);
}
