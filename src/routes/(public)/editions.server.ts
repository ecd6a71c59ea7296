import { readHomes } from '$lib/admin-units/home.server';
import type { Unit } from '$lib/contracts/admin-units';
import { localDay } from '$lib/contracts/local-time';
import { newestVersion } from '$lib/coverage/record/read-version.server';
import { homeOf } from '$lib/open-data/files/list-editions.server';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';

/** The newest version of a month that a place's own figures have, and the one of the files that hold them. */
export async function loadEditions(
	database: Database,
	{ unit, month }: { unit: Pick<Unit, 'id'> | null; month: string | null },
) {
	if (month === null) return { version: null, edition: null };
	const homes = await readHomes(database, app().config.homeUnit);
	const home = homeOf(homes, { period: month, today: localDay(new Date()) });
	return {
		version: unit && (await newestVersion(database, unit.id, month)),
		edition: home ? await newestVersion(database, home.id, month) : null,
	};
}
