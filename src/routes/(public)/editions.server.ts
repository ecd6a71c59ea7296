import { homeUnit } from '$lib/admin-units/home.server';
import type { Unit } from '$lib/contracts/admin-units';
import { localDay } from '$lib/contracts/local-time';
import { newestVersion } from '$lib/coverage/record/read-version.server';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';

/** The newest version of a month that a place's own figures have, and the one of the files that hold them. */
export async function loadEditions(
	database: Database,
	{ unit, month }: { unit: Pick<Unit, 'id'> | null; month: string | null },
) {
	const home = await homeUnit(database, app().config.homeUnit, localDay(new Date()));
	if (month === null || !home) return { version: null, edition: null };
	return {
		version: unit && (await newestVersion(database, unit.id, month)),
		edition: await newestVersion(database, home.id, month),
	};
}
