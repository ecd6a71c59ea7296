import { readHomes } from '../../admin-units/home.server';
import { readCorrections } from '../../coverage/record/read-corrections.server';
import type { Database } from '../../server/db/client';

const pageSize = 20;

/** A page of all corrections of what the site is about and once was, the newest first. */
export async function listCorrections(
	database: Database,
	{ homeCode, page }: { homeCode: string | undefined; page: number },
) {
	const { all } = await readHomes(database, homeCode);
	const scopeUnitIds = all.map(({ id }) => id);
	return readCorrections(database, { scopeUnitIds, page, pageSize });
}
